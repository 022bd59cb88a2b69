package org.pmlguard.knowledge.drug;

import java.util.List;
import java.util.Locale;

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

    /** The same drugs, given away by something else. */
    Recognition by(By by) {
        return new Recognition(
                drugs.stream().map(found -> new Recognised(found.drug(), by)).toList(), conflict);
    }

    /** One known drug, and what gave it away. */
    public record Recognised(Drug drug, By by) {}

    /** What gave a drug away. */
    public enum By {
        /** A code that means this drug and nothing else. */
        CODE,
        /** Its name in the text or in the display of an unknown code. */
        NAME,
        /** What a terminology service said that its code means. */
        LOOK_UP;

        /** A stable name for machines: {@code look-up}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
