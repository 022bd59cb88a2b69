package org.pmlguard.review.staff;

import java.util.Set;

/** What somebody is at the desk. Whoever has several roles may do what any of them may. */
public enum Role {
    /** Reads cases and counts. */
    PRESCRIBER_VIEW,
    /** The older name of {@code prescriber-view}. */
    VIEWER,
    /** Works on cases, and takes them out. */
    PHARMACIST,
    /** Runs the server: counts and the state of the audit chain, no patient. */
    HEALTH_IT,
    /** Reads everything, and who did what. Changes nothing. */
    AUDITOR;

    /** What this role may do. */
    public Set<Right> rights() {
        return switch (this) {
            case PRESCRIBER_VIEW, VIEWER -> Set.of(Right.READ_CASES, Right.COUNT);
            case PHARMACIST -> Set.of(Right.READ_CASES, Right.ACT, Right.COUNT, Right.TAKE_OUT);
            case HEALTH_IT -> Set.of(Right.COUNT, Right.CHECK_CHAIN);
            case AUDITOR -> Set.of(Right.READ_CASES, Right.COUNT, Right.CHECK_CHAIN, Right.READ_AUDIT);
        };
    }
}
