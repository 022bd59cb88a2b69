package org.pmlguard.clinical;

import java.util.List;
import java.util.Optional;

/**
 * A medicine as ordered or taken: its name, its ingredients where the record lists them, and how it enters the body.
 * Route and form decide whether it acts on the whole body.
 *
 * @param explainedBy the service that said what its codes mean, where the record and our own tables did not
 */
public record Product(
        Concept name,
        List<Concept> ingredients,
        List<Concept> routes,
        List<Concept> forms,
        Optional<String> explainedBy) {

    /** A medicine as the record has it. */
    public Product(Concept name, List<Concept> ingredients, List<Concept> routes, List<Concept> forms) {
        this(name, ingredients, routes, forms, Optional.empty());
    }

    public Product {
        ingredients = List.copyOf(ingredients);
        routes = List.copyOf(routes);
        forms = List.copyOf(forms);
    }

    /** By its name, which tells nearly all apart. */
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    public static Product named(Concept name) {
        return new Product(name, List.of(), List.of(), List.of());
    }
}
