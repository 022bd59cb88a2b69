package org.pmlguard.review;

import java.time.Instant;
import java.util.Optional;
import org.pmlguard.review.staff.Staff;

/**
 * A line of the audit trail of a case.
 *
 * @param number 1 and up
 * @param staff the name of the user, or {@code system}
 */
record Entry(int number, Instant at, String staff, Action action, Optional<String> code, Optional<String> note) {

    static final String SYSTEM = "system";

    boolean isOf(Staff who, Act act) {
        return staff.equals(who.name()) && action == act.action() && code.equals(act.code()) && note.equals(act.note());
    }

    /** What happened, in words. */
    public String words() {
        return code.map(one -> action.words() + ": " + Coded.words(one)).orElse(action.words());
    }

    @Override
    public String toString() {
        return "Entry[" + number + " " + action + "]";
    }
}
