package org.pmlguard.card;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Text from an EHR made safe to stand in a card: one line, no markup, nothing invisible, not too long. */
final class Plain {

    private static final int LONGEST = 120;
    private static final Pattern WWW = Pattern.compile("\\b(www)\\.", Pattern.CASE_INSENSITIVE);

    private Plain() {}

    /** For a summary: plain text, and no angle brackets in case somebody renders it as HTML. */
    static String text(String fromEhr) {
        return cut(
                unlinked(oneLine(fromEhr)).replace('<', ' ').replace('>', ' ').strip());
    }

    /** For a detail: nothing that Markdown or HTML would act on is left. */
    static String markdown(String fromEhr) {
        StringBuilder safe = new StringBuilder();
        cut(unlinked(oneLine(fromEhr))).codePoints().forEach(letter -> append(safe, letter));
        return safe.toString();
    }

    /**
     * No address that a renderer would turn into a link by itself: escaping does not help, since many look for addresses
     * after the escapes are gone. Brackets become round ones rather than escaped, so that drug names ("Injection [Tysabri]")
     * still read well where an EHR shows the text as it is.
     */
    private static String unlinked(String text) {
        return WWW.matcher(text.replace("://", ": //"))
                .replaceAll("$1 .")
                .replace("@", "(at)")
                .replace('[', '(')
                .replace(']', ')');
    }

    private static void append(StringBuilder safe, int letter) {
        switch (letter) {
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '&' -> safe.append("&amp;");
            case '\\', '`', '*', '_', '|', '~' -> safe.append('\\').appendCodePoint(letter);
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
