package org.pmlguard.knowledge.terms;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From a text to the things it names. Phrases are filed under their first word, those that begin with an open word
 * ({@code leuk*}) under its first letters, so the cost grows with the words of the text and not with the number of things
 * known.
 */
public final class PhraseIndex<T> {

    /** Of an open word; one that is shorter is tried with every text. */
    private static final int LETTERS = 3;

    private final Map<String, List<Entry<T>>> byFirstWord = new HashMap<>();
    private final Map<String, List<Entry<T>>> byFirstLetters = new HashMap<>();
    private final List<Entry<T>> shortOnes = new ArrayList<>();
    private final Beginnings beginnings;

    private PhraseIndex(Beginnings beginnings) {
        this.beginnings = beginnings;
    }

    private record Entry<T>(List<String> patterns, Phrases phrases, T thing) {
        boolean named(Words words) {
            return words.containAll(patterns) && !phrases.vetoed(words);
        }
    }

    /** An index over things and the phrases that name them. */
    public static <T> PhraseIndex<T> over(Map<T, Phrases> names) {
        PhraseIndex<T> index = new PhraseIndex<>(new Beginnings());
        names.forEach((thing, phrases) -> phrases.any().forEach(phrase -> index.file(phrase, phrases, thing)));
        return index;
    }

    private void file(String phrase, Phrases phrases, T thing) {
        List<String> patterns = Phrases.patterns(phrase);
        String first = patterns.getFirst();
        int end = first.indexOf(' ', 1);
        drawer(first, end).add(new Entry<>(patterns, phrases, thing));
    }

    /** @param end of the first word; below 0 if it is open */
    private List<Entry<T>> drawer(String first, int end) {
        if (end < 0 && first.length() <= LETTERS) {
            return shortOnes;
        }
        beginnings.add(first);
        return end < 0
                ? byFirstLetters.computeIfAbsent(first.substring(1, 1 + LETTERS), letters -> new ArrayList<>())
                : byFirstWord.computeIfAbsent(first.substring(1, end), word -> new ArrayList<>());
    }

    /** How many phrases name the thing. */
    public int phrasesOf(T thing) {
        return (int) Stream.of(List.of(shortOnes), byFirstLetters.values(), byFirstWord.values())
                .flatMap(Collection::stream)
                .flatMap(List::stream)
                .filter(entry -> entry.thing().equals(thing))
                .count();
    }

    /** The same, of some of the things only. */
    public PhraseIndex<T> of(Predicate<T> wanted) {
        PhraseIndex<T> some = new PhraseIndex<>(beginnings);
        copy(byFirstWord, some.byFirstWord, wanted);
        copy(byFirstLetters, some.byFirstLetters, wanted);
        shortOnes.stream().filter(entry -> wanted.test(entry.thing())).forEach(some.shortOnes::add);
        return some;
    }

    private static <T> void copy(
            Map<String, List<Entry<T>>> all, Map<String, List<Entry<T>>> some, Predicate<T> wanted) {
        all.forEach((key, entries) -> {
            List<Entry<T>> kept =
                    entries.stream().filter(entry -> wanted.test(entry.thing())).toList();
            if (!kept.isEmpty()) {
                some.put(key, kept);
            }
        });
    }

    /** The things a text names, in a set for the asker to keep. */
    public Set<T> named(String text) {
        return text.isBlank() ? new LinkedHashSet<>() : named(Words.of(text));
    }

    /** The same, of a row of words. */
    public Set<T> named(Words words) {
        Set<T> found = new LinkedHashSet<>();
        collect(shortOnes, words, found);
        String spaced = words.spaced();
        for (int from = 1; from < spaced.length(); from = spaced.indexOf(' ', from) + 1) {
            if (beginnings.mayHold(spaced, from)) {
                collectFrom(from, words, found);
            }
        }
        return found;
    }

    private void collectFrom(int from, Words words, Set<T> found) {
        String spaced = words.spaced();
        int end = spaced.indexOf(' ', from);
        if (end - from >= LETTERS && !byFirstLetters.isEmpty()) {
            collect(byFirstLetters.get(spaced.substring(from, from + LETTERS)), words, found);
        }
        collect(byFirstWord.get(spaced.substring(from, end)), words, found);
    }

    private static <T> void collect(@Nullable List<Entry<T>> entries, Words words, Set<T> found) {
        if (entries == null) {
            return;
        }
        for (Entry<T> entry : entries) {
            if (!found.contains(entry.thing()) && entry.named(words)) {
                found.add(entry.thing());
            }
        }
    }
}
