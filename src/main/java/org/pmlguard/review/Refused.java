package org.pmlguard.review;

/** An act that cannot be done; nothing was changed. The message is for the person who tried. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refused(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
