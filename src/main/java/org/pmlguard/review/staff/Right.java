package org.pmlguard.review.staff;

/** One thing that somebody at the desk may do. */
public enum Right {
    /** See the queue and cases, with patients' ids. */
    READ_CASES,
    /** Take, note, close cases. */
    ACT,
    /** See and take out counts, which name no patient. */
    COUNT,
    /** Take cases out as files. */
    TAKE_OUT,
    /** See and check the chain of seals, which names no patient. */
    CHECK_CHAIN,
    /** See and take out who did what. */
    READ_AUDIT
}
