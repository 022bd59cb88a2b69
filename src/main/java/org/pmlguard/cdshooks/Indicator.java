package org.pmlguard.cdshooks;

import java.util.Locale;

/** How urgent a card is, least urgent first (2.0.1, Card Attributes). None of them blocks anything. */
public enum Indicator {
    /** Worth knowing. */
    INFO,
    /** Worth stopping for. */
    WARNING,
    /** Not to be missed. */
    CRITICAL;

    /** The spelling in JSON. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
