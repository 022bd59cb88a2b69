package org.pmlguard.cdshooks;

/** How many suggestions of a card may be accepted (2.0.1, Card Attributes). */
public enum SelectionBehavior {
    /** One or none. */
    AT_MOST_ONE("at-most-one"),
    /** Any number. */
    ANY("any");

    private final String code;

    SelectionBehavior(String code) {
        this.code = code;
    }

    /** The spelling in JSON. */
    public String code() {
        return code;
    }
}
