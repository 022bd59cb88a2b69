package org.pmlguard.knowledge.drug;

import java.util.stream.Stream;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.terms.Phrases;
import org.pmlguard.knowledge.terms.TermIndex;
import org.pmlguard.knowledge.terms.Words;

/**
 * What says that a product acts only where it is put: skin, eye, ear, nose, mouth, lung, joint, vagina or rectum.
 *
 * <p>Into the spinal canal is not among these places: it is where PML happens, and methotrexate given there reaches the
 * blood for days.
 *
 * @param words said of a product by its name, route or form
 * @param places said of a route or form alone, where {@code pr} and {@code eye} can mean nothing else
 * @param routes codes of such routes
 */
public record LocalUse(Phrases words, Phrases places, TermIndex<String> routes) {

    /** Whether anything about the product says so. */
    boolean isOf(Product product) {
        return product.name().names().map(Words::of).anyMatch(words::match)
                || Stream.concat(product.routes().stream(), product.forms().stream())
                        .anyMatch(this::isPlace);
    }

    private boolean isPlace(Concept place) {
        return place.codings().stream()
                        .anyMatch(coding -> !routes.meanings(coding).isEmpty())
                || spellings(place).map(Words::of).anyMatch(said -> words.match(said) || places.match(said));
    }

    /** Codes too: many systems write {@code TOP} or {@code Ophthalmic} as the code. */
    private static Stream<String> spellings(Concept place) {
        return Stream.concat(place.names(), place.codings().stream().map(Coding::code));
    }
}
