package org.pmlguard.knowledge.rule;

/** How urgent a finding is, in the words of CDS Hooks; later is more urgent. */
public enum Indicator {
    /** Never needs a decision. */
    INFO,
    /** Asks for a decision. */
    WARNING,
    /** A label contraindication or a suspected case. */
    CRITICAL
}
