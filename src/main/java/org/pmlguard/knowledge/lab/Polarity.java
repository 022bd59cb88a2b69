package org.pmlguard.knowledge.lab;

/** What a worded result says. */
public enum Polarity {
    POSITIVE,
    NEGATIVE,
    INDETERMINATE
}
