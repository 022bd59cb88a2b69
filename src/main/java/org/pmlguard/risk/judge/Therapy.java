package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.MedicationUse.Source;
import org.pmlguard.clinical.MedicationUse.Status;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.risk.Fact;

/**
 * One use of a known drug, seen from one day.
 *
 * @param doseLasts how long a single dose, an infusion for example, counts as treatment that goes on
 */
record Therapy(Drug drug, MedicationUse use, Period doseLasts, LocalDate today) {

    /** The first day of use; empty when the record has none. */
    Optional<LocalDate> start() {
        return use.when().start().or(() -> use.when().end());
    }

    /** The last day the drug is known to have been taken; today if it still is. */
    Optional<LocalDate> last() {
        if (goesOnByStatus()) {
            return Optional.of(today);
        }
        return use.when().end().or(() -> use.when().start());
    }

    boolean begun() {
        return start().map(day -> !day.isAfter(today)).orElse(true);
    }

    boolean goesOn() {
        return switch (use.status()) {
            case ACTIVE -> goesOnByStatus();
            case GIVEN ->
                last().map(day -> !day.isBefore(today.minus(doseLasts))).orElse(false);
            case ENDED -> false;
        };
    }

    /** An order that is active outlives the period it may be dispensed in; a statement does not outlive its own. */
    private boolean goesOnByStatus() {
        boolean open = use.when().end().map(end -> !end.isBefore(today)).orElse(true);
        return use.status() == Status.ACTIVE && (open || use.source() == Source.ORDERED);
    }

    boolean takenWithin(Period time) {
        return goesOn() || last().map(day -> !day.isBefore(today.minus(time))).orElse(false);
    }

    /** Whether it still acts: it goes on, or its carry-over has not passed. */
    boolean carriesOver() {
        return goesOn() || drug.carryOver().map(this::takenWithin).orElse(false);
    }

    /** Active use of unknown length, or one with a date. */
    boolean dated() {
        return start().isPresent();
    }

    Fact fact(String name, String label) {
        return Fact.dated(name, label, drug.name(), start(), goesOn(), use.reference());
    }
}
