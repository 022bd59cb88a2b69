package org.pmlguard.knowledge.terms;

import java.util.BitSet;
import java.util.List;

/**
 * How some phrases begin, by up to three letters of their first word: nearly all words of a text begin no phrase, and are
 * passed over by this without being cut out, looked up or compared.
 */
final class Beginnings {

    private static final int LETTERS = 3;

    /** Different beginnings may share a place; then a word is looked at in vain. */
    private static final int PLACES = 1 << 13;

    private final BitSet held = new BitSet(PLACES);
    private boolean anything;

    /** Those of phrases, by their first parts. */
    static Beginnings of(List<List<String>> phrases) {
        Beginnings beginnings = new Beginnings();
        phrases.forEach(parts -> beginnings.add(parts.getFirst()));
        return beginnings;
    }

    /** @param pattern as it would stand in a text: a space, its first word, and a space after that if the word is whole */
    void add(String pattern) {
        boolean isOpen = pattern.indexOf(' ', 1) < 0;
        anything = anything || (isOpen && pattern.length() - 1 < LETTERS);
        held.set(place(pattern, 1));
    }

    /** False only if no phrase begins with the word that begins here. */
    boolean mayHold(String spaced, int from) {
        return anything || held.get(place(spaced, from));
    }

    /** False only if no word of the text begins a phrase. */
    boolean mayBeIn(Words words) {
        String spaced = words.spaced();
        for (int from = 1; from < spaced.length(); from = spaced.indexOf(' ', from) + 1) {
            if (mayHold(spaced, from)) {
                return true;
            }
        }
        return anything;
    }

    private static int place(String spaced, int from) {
        int place = 0;
        for (int at = from; at < from + LETTERS && at < spaced.length() && spaced.charAt(at) != ' '; at++) {
            place = 31 * place + spaced.charAt(at);
        }
        return place & (PLACES - 1);
    }
}
