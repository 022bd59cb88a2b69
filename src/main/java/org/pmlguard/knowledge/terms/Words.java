package org.pmlguard.knowledge.terms;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A text as a row of plain words: lower case, no accents, everything but letters and digits folded to one space. */
public record Words(String spaced) {

    /** The words of a text. Safe for any text, however long or strange. */
    public static Words of(String text) {
        byte[] spaced = new byte[text.length() + 2];
        spaced[0] = ' ';
        int end = 1;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= PLAIN.length) {
                return ofAny(text);
            }
            byte plain = PLAIN[letter];
            if (plain != ' ' || spaced[end - 1] != ' ') {
                spaced[end++] = plain;
            }
        }
        if (spaced[end - 1] != ' ') {
            spaced[end++] = ' ';
        }
        return new Words(new String(spaced, 0, end, StandardCharsets.ISO_8859_1));
    }

    /** What becomes of each of the letters that nearly all texts are written in. */
    private static final byte[] PLAIN = plain();

    private static byte[] plain() {
        byte[] plain = new byte[128];
        Arrays.fill(plain, (byte) ' ');
        for (int letter = 0; letter < plain.length; letter++) {
            if (Character.isLetterOrDigit(letter)) {
                plain[letter] = (byte) Character.toLowerCase(letter);
            }
        }
        return plain;
    }

    private static Words ofAny(String text) {
        StringBuilder spaced = new StringBuilder(text.length() + 2).append(' ');
        appendAny(spaced, Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT));
        return new Words(
                spaced.charAt(spaced.length() - 1) == ' '
                        ? spaced.toString()
                        : spaced.append(' ').toString());
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
}
