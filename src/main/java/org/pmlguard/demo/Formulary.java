package org.pmlguard.demo;

import java.util.List;

/** The products that can be ordered in the demo. */
record Formulary(List<Product> products) {

    Formulary {
        products = List.copyOf(products);
    }

    /**
     * One product.
     *
     * @param id its name in the demo's files
     * @param name as the pharmacy writes it
     * @param rxnorm its RxNorm code; blank for a product ordered by name only, as happens
     * @param words further words it is found by
     */
    record Product(String id, String name, String rxnorm, String words) {}

    /** The product of an id that stands in our own files. */
    Product product(String id) {
        return products.stream()
                .filter(product -> product.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no product " + id));
    }

    static Formulary shipped() {
        return Yaml.read("/demo/formulary.yaml", Formulary.class);
    }
}
