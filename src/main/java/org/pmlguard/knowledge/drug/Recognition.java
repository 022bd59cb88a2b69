package org.pmlguard.knowledge.drug;

import java.util.List;

/**
 * What a product was recognised as.
 *
 * @param drugs the known drugs in it; several in a combination, or when code and name disagree
 * @param conflict whether a code and a name point at different drugs: both are kept, nobody guesses
 */
public record Recognition(List<Recognised> drugs, boolean conflict) {

    public static final Recognition NOTHING = new Recognition(List.of(), false);

    public Recognition {
        drugs = List.copyOf(drugs);
    }

    /** One known drug, and what gave it away. */
    public record Recognised(Drug drug, By by) {}

    /** What gave a drug away. */
    public enum By {
        /** A code that means this drug and nothing else. */
        CODE,
        /** Its name in the text or in the display of an unknown code. */
        NAME
    }
}
