package org.pmlguard.terminology;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;

/**
 * What was asked about some products, and what came back.
 *
 * @param service how a card names the service
 * @param codes of each product that was to be looked up
 * @param meanings of the codes that were answered
 */
record Asked(String service, Map<Product, List<Coding>> codes, Map<Coding, Meaning> meanings) {

    static final Asked NOTHING = new Asked("", Map.of(), Map.of());

    Asked {
        codes = Map.copyOf(codes);
        meanings = Map.copyOf(meanings);
    }

    boolean isNothing() {
        return codes.isEmpty();
    }

    /** Whether a code of it is still open, and no other said what it is. */
    boolean isUnanswered(Product product) {
        return known(product).isEmpty() && codesOf(product).stream().anyMatch(code -> !meanings.containsKey(code));
    }

    /** The product with what the service knows of it; itself if that is nothing. */
    Product explained(Product product) {
        List<Meaning> known = known(product);
        return known.isEmpty() ? product : explained(product, known);
    }

    private List<Coding> codesOf(Product product) {
        return codes.getOrDefault(product, List.of());
    }

    private List<Meaning> known(Product product) {
        return codesOf(product).stream()
                .flatMap(code -> Optional.ofNullable(meanings.get(code)).stream())
                .filter(meaning -> !meaning.isNone())
                .toList();
    }

    private Product explained(Product product, List<Meaning> known) {
        Stream<Coding> names = known.stream()
                .flatMap(meaning -> meaning.names().stream())
                .map(name -> new Coding(CodeSystem.OTHER, "", name));
        return new Product(
                new Concept(
                        both(product.name().codings(), names), product.name().text()),
                both(product.ingredients(), known.stream().flatMap(meaning -> meaning.ingredients().stream())),
                product.routes(),
                both(product.forms(), known.stream().flatMap(meaning -> meaning.forms().stream())),
                Optional.of(service));
    }

    private static <T> List<T> both(List<T> some, Stream<T> more) {
        return Stream.concat(some.stream(), more).toList();
    }
}
