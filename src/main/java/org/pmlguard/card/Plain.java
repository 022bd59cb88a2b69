package org.pmlguard.card;

import java.text.Normalizer;

/** Text from an EHR made safe to stand in a card: one line, no markup, nothing invisible, not too long. */
final class Plain {

    private static final int LONGEST = 120;

    private Plain() {}

    /** For a summary: plain text, and no angle brackets in case somebody renders it as HTML. */
    static String text(String fromEhr) {
        return cut(oneLine(fromEhr).replace('<', ' ').replace('>', ' ').strip());
    }

    /**
     * For a detail: nothing that Markdown or HTML would act on is left. Brackets become round ones rather than escaped, so
     * that drug names ("Injection [Tysabri]") still read well where an EHR shows the text as it is.
     */
    static String markdown(String fromEhr) {
        StringBuilder safe = new StringBuilder();
        cut(oneLine(fromEhr)).codePoints().forEach(letter -> append(safe, letter));
        return safe.toString().replace("://", "\\://").replace("www.", "www\\.");
    }

    private static void append(StringBuilder safe, int letter) {
        switch (letter) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '[' -> safe.append('(');
            case ']' -> safe.append(')');
            case '\\', '`', '*', '_', '|', '~', '@' -> safe.append('\\').appendCodePoint(letter);
            default -> safe.appendCodePoint(letter);
        }
    }

    private static String oneLine(String text) {
        StringBuilder visible = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> {
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter)) {
                visible.append(' ');
            } else if (isVisible(letter)) {
                visible.appendCodePoint(letter);
            }
        });
        return visible.toString().replaceAll(" {2,}", " ").strip();
    }

    private static boolean isVisible(int letter) {
        return switch (Character.getType(letter)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
