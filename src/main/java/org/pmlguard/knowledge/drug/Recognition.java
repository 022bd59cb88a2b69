package org.pmlguard.knowledge.drug;

import java.util.List;

/**
 * What a product was recognised as.
 *
 * <p>A conflict can be seen only between things known here. A code that is not known says nothing, so under a display
 * that names a known drug the display alone counts; a display that is not known ("Erythromycin" over a code for
 * natalizumab) might be a brand not heard of yet, so the code alone counts.
 *
 * @param drugs the known drugs in it; several in a combination, or when code and name disagree
 * @param conflict whether a code and a name, or two codes, point at different drugs: all are kept, nobody guesses
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
