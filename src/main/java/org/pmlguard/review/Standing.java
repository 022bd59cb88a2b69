package org.pmlguard.review;

import java.util.Locale;
import java.util.Optional;

/** Where a case stands. */
enum Standing {
    OPEN,
    TAKEN,
    CLOSED,
    SUPERSEDED;

    /** Whether somebody still has to look at it. */
    boolean isWaiting() {
        return this == OPEN || this == TAKEN;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Standing of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Where an act leads from here; empty if it cannot be done here. */
    Optional<Standing> after(Action action) {
        return switch (action) {
            case TAKE -> when(isWaiting(), TAKEN);
            case RELEASE -> when(this == TAKEN, OPEN);
            case NOTE -> Optional.of(this);
            case INTERVENTION -> when(isWaiting(), TAKEN);
            case CLOSE -> when(isWaiting(), CLOSED);
            case REOPEN -> when(!isWaiting(), OPEN);
            case SUPERSEDE -> when(this == OPEN, SUPERSEDED);
        };
    }

    private static Optional<Standing> when(boolean possible, Standing next) {
        return possible ? Optional.of(next) : Optional.empty();
    }
}
