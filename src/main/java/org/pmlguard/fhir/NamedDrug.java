package org.pmlguard.fhir;

import java.util.List;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.clinical.Product;
import tools.jackson.databind.JsonNode;

/**
 * What an order on file calls its drug.
 *
 * @param product as it is recognised
 * @param codes as the site wrote them, {@code system|code}; neither names nor patients
 */
public record NamedDrug(Product product, List<String> codes) {

    private static final Fact CODING = Fact.at("coding", "concept.coding");
    private static final Fact SYSTEM = Fact.at("system");

    public NamedDrug {
        codes = List.copyOf(codes);
    }

    /** @param near everything that came with the orders */
    static List<NamedDrug> of(List<JsonNode> orders, List<JsonNode> near, Call call, Outbound out) {
        Neighbours neighbours = Neighbours.of(call, near);
        ProductReader products = new ProductReader(neighbours);
        neighbours.meet(MedicationLookup.of(
                        orders.stream().flatMap(order -> products.lookup(order).stream()), neighbours, out)
                .found());
        return orders.stream()
                .map(order -> new NamedDrug(products.read(order), codes(order, neighbours)))
                .toList();
    }

    private static List<String> codes(JsonNode order, Neighbours near) {
        Stream<JsonNode> pointedAt = Pointer.in(Facts.DRUG_REFERENCE, order).stream()
                .flatMap(pointer -> near.find(pointer.address(), order).stream())
                .flatMap(medication -> Facts.CODE.in(medication).stream());
        return Stream.concat(Facts.DRUG_CONCEPT.in(order).stream(), pointedAt)
                .flatMap(concept -> CODING.in(concept).stream())
                .map(coding -> SYSTEM.text(coding).orElse("no system") + "|"
                        + Facts.CODE.text(coding).orElse("no code"))
                .distinct()
                .toList();
    }

    /** Shows codes only. */
    @Override
    public String toString() {
        return "NamedDrug" + codes;
    }
}
