package org.pmlguard.knowledge.terms;

import java.util.Arrays;
import java.util.List;

/**
 * Which words mean a thing.
 *
 * <p>A phrase is a row of whole words; a closing {@code *} lets its last word go on; {@code " + "} joins phrases that
 * must all be present, in any order. Phrases are taken apart once, not for each text.
 */
public final class Phrases {

    public static final Phrases NOTHING = new Phrases(List.of(), List.of());

    private final List<String> any;
    private final List<String> none;
    private final List<List<String>> anyPatterns;
    private final List<List<String>> nonePatterns;
    private final Beginnings anyBeginnings;
    private final Beginnings noneBeginnings;

    /**
     * The words that mean a thing.
     *
     * @param any one of these must be present
     * @param none none of these may be present: the look-alikes
     */
    public Phrases(List<String> any, List<String> none) {
        this.any = List.copyOf(any);
        this.none = List.copyOf(none);
        this.anyPatterns = this.any.stream().map(Phrases::patterns).toList();
        this.nonePatterns = this.none.stream().map(Phrases::patterns).toList();
        this.anyBeginnings = Beginnings.of(anyPatterns);
        this.noneBeginnings = Beginnings.of(nonePatterns);
    }

    public List<String> any() {
        return any;
    }

    public List<String> none() {
        return none;
    }

    /** Whether the text names the thing. */
    public boolean match(Words words) {
        return anyBeginnings.mayBeIn(words) && holdsOne(anyPatterns, words) && !vetoed(words);
    }

    /** Whether the text opens or closes with one of the phrases: what stands between other words speaks of something else. */
    public boolean openOrClose(Words words) {
        if (!anyBeginnings.mayBeIn(words)) {
            return false;
        }
        for (List<String> patterns : anyPatterns) {
            String phrase = patterns.getFirst();
            if (words.spaced().startsWith(phrase) || words.spaced().endsWith(phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the text holds a phrase that says it is something else. */
    public boolean vetoed(Words words) {
        return noneBeginnings.mayBeIn(words) && holdsOne(nonePatterns, words);
    }

    private static boolean holdsOne(List<List<String>> phrases, Words words) {
        for (List<String> patterns : phrases) {
            if (words.containAll(patterns)) {
                return true;
            }
        }
        return false;
    }

    /** The parts of a phrase as they would stand between the spaces of {@link Words}. */
    static List<String> patterns(String phrase) {
        return Arrays.stream(phrase.split(" \\+ ", -1)).map(Phrases::pattern).toList();
    }

    private static String pattern(String phrase) {
        String plain = Words.of(phrase).spaced();
        return phrase.endsWith("*") ? plain.stripTrailing() : plain;
    }
}
