package org.pmlguard.profiles;

import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The phrase language of the tables, said once more and as simply as possible, to test the tables with. */
final class Phrase {
    private Phrase() {}

    static boolean in(String text, String phrase) {
        String words = " " + folded(text) + " ";
        return Stream.of(phrase.split(" \\+ ")).allMatch(part -> {
            boolean prefix = part.endsWith("*");
            return words.contains(" " + folded(part) + (prefix ? "" : " "));
        });
    }

    /** Whether the text of a row has one of its phrases and none of its vetoes. */
    static boolean matches(JsonNode row, String text) {
        JsonNode phrases = row.required("text");
        return Artefacts.strings(phrases, "any").stream().anyMatch(p -> in(text, p))
                && Artefacts.strings(phrases, "none").stream().noneMatch(p -> in(text, p));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
