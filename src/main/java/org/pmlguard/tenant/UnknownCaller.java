package org.pmlguard.tenant;

/** Nobody can tell whose call it is. Says nothing more, because whoever tries keys would learn from it. */
public final class UnknownCaller extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnknownCaller() {
        super("", null, false, false);
    }
}
