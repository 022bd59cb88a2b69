package org.pmlguard.connect.check;

/** Whoever was asked did not answer. */
public final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param kind of failure, never what was asked */
    public NoAnswer(String kind) {
        super(kind, null, false, false);
    }
}
