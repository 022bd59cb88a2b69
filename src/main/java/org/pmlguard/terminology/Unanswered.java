package org.pmlguard.terminology;

/** A terminology service gave no answer that could be used. The message says why, and never which code was asked. */
final class Unanswered extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unanswered(String why) {
        super(why);
    }

    Unanswered(String why, Throwable cause) {
        super(why, cause);
    }
}
