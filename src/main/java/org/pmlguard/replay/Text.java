package org.pmlguard.replay;

import java.nio.charset.StandardCharsets;

/** The text of a line as it came, in UTF-8; shown to nobody. */
final class Text {

    static final Text NONE = new Text(new byte[0]);

    private final byte[] utf8;

    Text(byte[] utf8) {
        this.utf8 = utf8;
    }

    /** Not to be changed. */
    byte[] bytes() {
        return utf8;
    }

    int length() {
        return utf8.length;
    }

    boolean isBlank() {
        return new String(utf8, StandardCharsets.UTF_8).isBlank();
    }

    /** Shows the length only: the rest is a patient's. */
    @Override
    public String toString() {
        return "Text[" + utf8.length + " bytes]";
    }
}
