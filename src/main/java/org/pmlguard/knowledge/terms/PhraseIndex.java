package org.pmlguard.knowledge.terms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * From a text to the things it names. Phrases are filed under their first word, so the cost grows with the words of the
 * text and not with the number of things known; the few that begin with an open word ({@code leuk*}) are tried each time.
 */
public final class PhraseIndex<T> {

    private final Map<String, List<Entry<T>>> byFirstWord = new HashMap<>();
    private final List<Entry<T>> open = new ArrayList<>();

    private PhraseIndex() {}

    private record Entry<T>(List<String> patterns, Phrases phrases, T thing) {
        boolean named(Words words) {
            return words.containAll(patterns) && !phrases.vetoed(words);
        }
    }

    /** An index over things and the phrases that name them. */
    public static <T> PhraseIndex<T> over(Map<T, Phrases> names) {
        PhraseIndex<T> index = new PhraseIndex<>();
        names.forEach((thing, phrases) -> phrases.any().forEach(phrase -> index.file(phrase, phrases, thing)));
        return index;
    }

    private void file(String phrase, Phrases phrases, T thing) {
        List<String> patterns = Phrases.patterns(phrase);
        String first = patterns.getFirst();
        int end = first.indexOf(' ', 1);
        List<Entry<T>> drawer =
                end < 0 ? open : byFirstWord.computeIfAbsent(first.substring(1, end), word -> new ArrayList<>());
        drawer.add(new Entry<>(patterns, phrases, thing));
    }

    /** How many phrases name the thing. */
    public int phrasesOf(T thing) {
        return (int) Stream.concat(Stream.of(open), byFirstWord.values().stream())
                .flatMap(List::stream)
                .filter(entry -> entry.thing().equals(thing))
                .count();
    }

    /** The things a text names. */
    public Set<T> named(String text) {
        return named(Words.of(text));
    }

    /** The things a row of words names. */
    public Set<T> named(Words words) {
        Set<T> found = new LinkedHashSet<>();
        collect(open, words, found);
        String spaced = words.spaced();
        for (int from = 1; from < spaced.length(); from = spaced.indexOf(' ', from) + 1) {
            String word = spaced.substring(from, spaced.indexOf(' ', from));
            collect(byFirstWord.getOrDefault(word, List.of()), words, found);
        }
        return found;
    }

    private static <T> void collect(List<Entry<T>> entries, Words words, Set<T> found) {
        for (Entry<T> entry : entries) {
            if (!found.contains(entry.thing()) && entry.named(words)) {
                found.add(entry.thing());
            }
        }
    }
}
