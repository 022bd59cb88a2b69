package org.pmlguard.knowledge.condition;

/** How much a condition by itself predisposes to PML. */
public enum Weight {
    MAJOR,
    MODERATE,
    /** Never alerts alone. */
    WEAK,
    /** Not a risk by itself: a sign, an indication, a context. */
    NONE
}
