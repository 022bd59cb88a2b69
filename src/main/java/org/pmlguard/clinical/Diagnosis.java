package org.pmlguard.clinical;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A condition on the chart. Refuted rows and rows entered in error are not diagnoses and are left out by whoever reads
 * the chart.
 */
public record Diagnosis(
        Concept what,
        Course course,
        Certainty certainty,
        Optional<LocalDate> onset,
        Optional<LocalDate> recorded,
        String reference) {

    /** Whether it is going on. A status nobody wrote counts as {@link #ACTIVE}: silence is not recovery. */
    public enum Course {
        ACTIVE,
        /** Resolved, inactive or in remission. */
        PAST
    }

    /** How sure the clinician was. Nothing written counts as {@link #CONFIRMED}. */
    public enum Certainty {
        CONFIRMED,
        /** Provisional, differential or unconfirmed. */
        SUSPECTED
    }

    /** The first day it is known from. */
    public Optional<LocalDate> since() {
        return onset.or(() -> recorded);
    }
}
