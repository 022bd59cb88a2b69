package org.pmlguard.knowledge.drug;

import java.util.List;
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
        return isSaidIn(product.name()) || areAny(product.routes()) || areAny(product.forms());
    }

    private boolean isSaidIn(Concept name) {
        if (words.match(Words.of(name.text()))) {
            return true;
        }
        for (Coding coding : name.codings()) {
            if (!coding.display().equals(name.text()) && words.match(Words.of(coding.display()))) {
                return true;
            }
        }
        return false;
    }

    private boolean areAny(List<Concept> places) {
        for (Concept place : places) {
            if (isPlace(place)) {
                return true;
            }
        }
        return false;
    }

    /** By its codes as words too: many systems write {@code TOP} or {@code Ophthalmic} as the code. */
    private boolean isPlace(Concept place) {
        if (isSaid(place.text())) {
            return true;
        }
        for (Coding coding : place.codings()) {
            if (!routes.meanings(coding).isEmpty() || isSaid(coding.display()) || isSaid(coding.code())) {
                return true;
            }
        }
        return false;
    }

    private boolean isSaid(String text) {
        Words said = Words.of(text);
        return words.match(said) || places.match(said);
    }
}
