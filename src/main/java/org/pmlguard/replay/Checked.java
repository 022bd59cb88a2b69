package org.pmlguard.replay;

import java.time.LocalDate;
import java.util.List;

/**
 * A call of the past, answered.
 *
 * @param day on which it was answered
 * @param clinic where it came from, as far as it says
 * @param order how its order is called; of several the first
 * @param patient how its patient is called
 * @param orders how many drugs were ordered
 * @param said by each edition
 */
record Checked(String hook, LocalDate day, String clinic, String order, String patient, int orders, List<Said> said) {

    Checked {
        said = List.copyOf(said);
    }

    /** Whether a chart was opened and nothing was ordered. */
    boolean isStanding() {
        return hook.equals("patient-view") || hook.equals("encounter-start");
    }
}
