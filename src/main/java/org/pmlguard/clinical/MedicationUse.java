package org.pmlguard.clinical;

import java.util.Optional;

/**
 * One trace of a medicine in the chart. Rows that never count (entered in error, not taken, cancelled, drafts) are not
 * uses and are left out by whoever reads the chart.
 *
 * @param reference the resource it was read from, {@code MedicationAdministration/7}
 */
public record MedicationUse(
        Product product,
        Status status,
        Span when,
        Dosing dosing,
        Source source,
        Optional<Concept> reason,
        String reference) {

    /** Whether the use goes on, as recorded. */
    public enum Status {
        /** Recorded as going on. */
        ACTIVE,
        /** Recorded as stopped, completed or on hold. */
        ENDED,
        /** A single dose that was given, an infusion for example. */
        GIVEN
    }

    /** What kind of record it comes from: a dose given outweighs a prescription. */
    public enum Source {
        ORDERED,
        STATED,
        ADMINISTERED
    }
}
