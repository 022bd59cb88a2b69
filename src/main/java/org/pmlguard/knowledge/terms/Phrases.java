package org.pmlguard.knowledge.terms;

import java.util.Arrays;
import java.util.List;

/**
 * Which words mean a thing.
 *
 * <p>A phrase is a row of whole words; a closing {@code *} lets its last word go on; {@code " + "} joins phrases that
 * must all be present, in any order.
 *
 * @param any one of these must be present
 * @param none none of these may be present: the look-alikes
 */
public record Phrases(List<String> any, List<String> none) {

    public static final Phrases NOTHING = new Phrases(List.of(), List.of());

    public Phrases {
        any = List.copyOf(any);
        none = List.copyOf(none);
    }

    /** Whether the text names the thing. */
    public boolean match(Words words) {
        return any.stream().anyMatch(phrase -> present(phrase, words)) && !vetoed(words);
    }

    /** Whether the text holds a phrase that says it is something else. */
    public boolean vetoed(Words words) {
        return none.stream().anyMatch(phrase -> present(phrase, words));
    }

    private static boolean present(String phrase, Words words) {
        return Arrays.stream(phrase.split(" \\+ ", -1)).allMatch(part -> words.contain(pattern(part)));
    }

    /** The phrase as it would stand between the spaces of {@link Words}. */
    static String pattern(String phrase) {
        String plain = Words.of(phrase).spaced();
        return phrase.endsWith("*") ? plain.stripTrailing() : plain;
    }
}
