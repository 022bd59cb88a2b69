package org.pmlguard.knowledge.terms;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/** A text as a row of plain words: lower case, no accents, everything but letters and digits folded to one space. */
public record Words(String spaced) {

    /** The words of a text. Safe for any text, however long or strange. */
    public static Words of(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 2).append(' ');
        if (isPlain(text)) {
            appendPlain(spaced, text);
        } else {
            appendAny(spaced, Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT));
        }
        return new Words(
                spaced.charAt(spaced.length() - 1) == ' '
                        ? spaced.toString()
                        : spaced.append(' ').toString());
    }

    /** As the other, for the letters that nearly all texts are written in. */
    private static void appendPlain(StringBuilder spaced, String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
                spaced.append(letter);
            } else if (letter >= 'A' && letter <= 'Z') {
                spaced.append((char) (letter + ('a' - 'A')));
            } else if (spaced.charAt(spaced.length() - 1) != ' ') {
                spaced.append(' ');
            }
        }
    }

    private static void appendAny(StringBuilder spaced, String lower) {
        for (int at = 0; at < lower.length(); at += Character.charCount(lower.codePointAt(at))) {
            append(spaced, lower.codePointAt(at));
        }
    }

    /** Whether all phrases stand in the text, on whole words; one that ends in {@code *} may go on within its last word. */
    boolean containAll(List<String> phrases) {
        for (String phrase : phrases) {
            if (!spaced.contains(phrase)) {
                return false;
            }
        }
        return true;
    }

    private static void append(StringBuilder spaced, int letter) {
        if (Character.isLetterOrDigit(letter)) {
            spaced.appendCodePoint(letter);
        } else if (Character.getType(letter) != Character.NON_SPACING_MARK
                && spaced.charAt(spaced.length() - 1) != ' ') {
            spaced.append(' ');
        }
    }

    private static boolean isPlain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 128) {
                return false;
            }
        }
        return true;
    }
}
