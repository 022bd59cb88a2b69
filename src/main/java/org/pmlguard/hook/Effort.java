package org.pmlguard.hook;

/** How much is done for a call. */
enum Effort {
    /** Everything. */
    FULL,
    /**
     * The orders are read and nothing else: neither chart nor prefetch nor earlier answers. A watched drug still gets its card,
     * which says that the chart was not looked at.
     */
    GLANCE,
    /** Nothing: the call is turned away before its body is read. */
    NONE
}
