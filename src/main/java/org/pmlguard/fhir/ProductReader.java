package org.pmlguard.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import tools.jackson.databind.JsonNode;

/** Reads which medicine an order or a medication row means, from the row itself and from what it points to nearby. */
final class ProductReader {

    private static final Fact INACTIVE = Fact.at("isActive");

    private final Neighbours near;

    ProductReader(Neighbours near) {
        this.near = near;
    }

    Product read(JsonNode row) {
        return read(row, Optional.empty());
    }

    /** Reads a row whose Medication may have been fetched. */
    Product read(JsonNode row, Optional<JsonNode> fetched) {
        List<Pointer> pointers = Pointer.in(Facts.DRUG_REFERENCE, row);
        List<Concept> routes = Concepts.all(Facts.ROUTE, row);
        if (pointers.isEmpty() && fetched.isEmpty()) {
            return new Product(Concepts.read(Facts.DRUG_CONCEPT, row), List.of(), routes, List.of());
        }
        List<JsonNode> medications =
                Stream.concat(found(pointers, row), fetched.stream()).distinct().toList();
        return new Product(
                name(row, medications, pointers),
                medications.stream()
                        .flatMap(medication -> ingredients(medication, row))
                        .toList(),
                routes,
                medications.stream()
                        .flatMap(medication -> Concepts.all(Facts.FORM, medication).stream())
                        .toList());
    }

    private static Concept name(JsonNode row, List<JsonNode> medications, List<Pointer> pointers) {
        List<Concept> names = new ArrayList<>(Concepts.all(Facts.DRUG_CONCEPT, row));
        medications.forEach(medication -> names.addAll(Concepts.all(Facts.CODE, medication)));
        pointers.stream().map(Pointer::words).filter(words -> !words.isEmpty()).forEach(names::add);
        return Concepts.merged(names);
    }

    /** Where the row's medicine is, if nothing nearby says it. */
    Optional<String> lookup(JsonNode row) {
        List<Pointer> pointers = Pointer.in(Facts.DRUG_REFERENCE, row);
        if (pointers.isEmpty()) {
            return Optional.empty();
        }
        boolean isKnown = found(pointers, row).findAny().isPresent() || isCoded(Concepts.read(Facts.DRUG_CONCEPT, row));
        return isKnown
                ? Optional.empty()
                : pointers.stream()
                        .map(Pointer::address)
                        .filter(address -> !address.isEmpty())
                        .findFirst();
    }

    static boolean isNameless(Product product) {
        return product.name().isEmpty() && product.ingredients().isEmpty();
    }

    private static boolean isCoded(Concept concept) {
        return concept.codings().stream().anyMatch(coding -> !coding.code().isEmpty());
    }

    private Stream<JsonNode> found(List<Pointer> pointers, JsonNode row) {
        return pointers.stream().flatMap(pointer -> near.find(pointer.address(), row).stream());
    }

    private Stream<Concept> ingredients(JsonNode medication, JsonNode row) {
        return Facts.INGREDIENT.in(medication).stream()
                .filter(ingredient -> !INACTIVE.any(ingredient, active -> !active.booleanValue(true)))
                .map(ingredient -> ingredient(ingredient, medication, row))
                .filter(concept -> !concept.isEmpty());
    }

    /** A contained resource may point to its siblings, which stand in whatever contains them all. */
    private Concept ingredient(JsonNode ingredient, JsonNode medication, JsonNode row) {
        Stream<Concept> pointedAt = Pointer.in(Facts.INGREDIENT_REFERENCE, ingredient).stream()
                .flatMap(pointer -> Stream.concat(
                        near
                                .find(pointer.address(), medication)
                                .or(() -> near.find(pointer.address(), row))
                                .map(found -> Concepts.read(Facts.CODE, found))
                                .stream(),
                        Stream.of(pointer.words())));
        return Concepts.merged(Stream.concat(Concepts.all(Facts.INGREDIENT_CONCEPT, ingredient).stream(), pointedAt)
                .filter(concept -> !concept.isEmpty())
                .toList());
    }
}
