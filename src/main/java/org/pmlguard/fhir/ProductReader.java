package org.pmlguard.fhir;

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
        List<JsonNode> medications =
                Stream.concat(found(row), fetched.stream()).distinct().toList();
        Stream<Concept> called = medications.stream().map(medication -> Concepts.read(Facts.CODE, medication));
        Stream<Concept> said = pointers(row).map(Pointer::words);
        return new Product(
                Concepts.merged(Stream.of(Stream.of(Concepts.read(Facts.DRUG_CONCEPT, row)), called, said)
                        .flatMap(names -> names)),
                medications.stream()
                        .flatMap(medication -> ingredients(medication, row))
                        .toList(),
                concepts(Facts.ROUTE, row).toList(),
                medications.stream()
                        .flatMap(medication -> concepts(Facts.FORM, medication))
                        .toList());
    }

    /** Where the row's medicine is, if nothing nearby says it. */
    Optional<String> lookup(JsonNode row) {
        boolean isKnown = found(row).findAny().isPresent() || isCoded(Concepts.read(Facts.DRUG_CONCEPT, row));
        return isKnown
                ? Optional.empty()
                : pointers(row)
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

    private Stream<JsonNode> found(JsonNode row) {
        return pointers(row).flatMap(pointer -> near.find(pointer.address(), row).stream());
    }

    private static Stream<Pointer> pointers(JsonNode row) {
        return Pointer.in(Facts.DRUG_REFERENCE, row);
    }

    private Stream<Concept> ingredients(JsonNode medication, JsonNode row) {
        return Facts.INGREDIENT
                .in(medication)
                .filter(ingredient -> INACTIVE.in(ingredient).allMatch(active -> active.booleanValue(true)))
                .map(ingredient -> ingredient(ingredient, medication, row))
                .filter(concept -> !concept.isEmpty());
    }

    /** A contained resource may point to its siblings, which stand in whatever contains them all. */
    private Concept ingredient(JsonNode ingredient, JsonNode medication, JsonNode row) {
        Stream<Concept> pointedAt = Pointer.in(Facts.INGREDIENT_REFERENCE, ingredient)
                .flatMap(pointer -> Stream.concat(
                        near
                                .find(pointer.address(), medication)
                                .or(() -> near.find(pointer.address(), row))
                                .map(found -> Concepts.read(Facts.CODE, found))
                                .stream(),
                        Stream.of(pointer.words())));
        return Concepts.merged(
                Stream.concat(Stream.of(Concepts.read(Facts.INGREDIENT_CONCEPT, ingredient)), pointedAt));
    }

    private static Stream<Concept> concepts(Fact fact, JsonNode resource) {
        return fact.in(resource).map(Concepts::read).filter(concept -> !concept.isEmpty());
    }
}
