package org.pmlguard.risk.memory;

import java.time.LocalDate;
import org.pmlguard.risk.Finding;

/**
 * A finding that is not said, because it was answered and nothing has changed.
 *
 * @param until the last day the answer holds, if nothing changes before
 */
public record Quiet(Finding finding, PastAnswer answer, LocalDate until) {

    /** Why, in one line for whoever reviews. */
    public String because() {
        return "overridden " + answer.on() + " (" + answer.words() + "), nothing changed since; holds until " + until;
    }
}
