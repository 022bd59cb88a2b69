package org.pmlguard.clinical;

import java.util.List;

/**
 * A medicine as ordered or taken: its name, its ingredients where the record lists them, and how it enters the body.
 * Route and form decide whether it acts on the whole body.
 */
public record Product(Concept name, List<Concept> ingredients, List<Concept> routes, List<Concept> forms) {

    public Product {
        ingredients = List.copyOf(ingredients);
        routes = List.copyOf(routes);
        forms = List.copyOf(forms);
    }

    public static Product named(Concept name) {
        return new Product(name, List.of(), List.of(), List.of());
    }
}
