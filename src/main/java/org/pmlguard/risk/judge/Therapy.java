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
 * One use of a known drug, seen from one day. What every rule asks of it is worked out once.
 *
 * @param start the first day of use; empty when the record has none
 * @param last the last day the drug is known to have been taken; today if it still is
 * @param goesOn whether it is taken now
 */
record Therapy(
        Drug drug,
        MedicationUse use,
        Optional<LocalDate> start,
        Optional<LocalDate> last,
        boolean goesOn,
        LocalDate today) {

    /** @param recent since when a single dose, an infusion for example, counts as treatment that goes on */
    static Therapy of(Drug drug, MedicationUse use, LocalDate recent, LocalDate today) {
        Optional<LocalDate> start = use.when().start().or(() -> use.when().end());
        Optional<LocalDate> last = goesOnByStatus(use, today)
                ? Optional.of(today)
                : use.when().end().or(() -> start);
        return new Therapy(drug, use, start, last, goesOn(use, last, recent, today), today);
    }

    private static boolean goesOn(MedicationUse use, Optional<LocalDate> last, LocalDate recent, LocalDate today) {
        return switch (use.status()) {
            case ACTIVE -> goesOnByStatus(use, today);
            case GIVEN -> last.isPresent() && !last.get().isBefore(recent);
            case ENDED -> false;
        };
    }

    /** An order that is active outlives the period it may be dispensed in; a statement does not outlive its own. */
    private static boolean goesOnByStatus(MedicationUse use, LocalDate today) {
        Optional<LocalDate> end = use.when().end();
        boolean open = end.isEmpty() || !end.get().isBefore(today);
        return use.status() == Status.ACTIVE && (open || use.source() == Source.ORDERED);
    }

    boolean begun() {
        return start.isEmpty() || !start.get().isAfter(today);
    }

    boolean takenWithin(Period time) {
        return goesOn || (last.isPresent() && !last.get().isBefore(today.minus(time)));
    }

    /** Whether it still acts: it goes on, or its carry-over has not passed. */
    boolean carriesOver() {
        return goesOn || drug.carryOver().map(this::takenWithin).orElse(false);
    }

    /** Active use of unknown length, or one with a date. */
    boolean dated() {
        return start.isPresent();
    }

    /** Whether it is a treatment that goes on, and not one dose of it. */
    boolean isStanding() {
        return goesOn && use.status() != Status.GIVEN;
    }

    Fact fact(String name, String label) {
        return Fact.dated(name, label + source(), drug.name(), start, isStanding(), use.reference());
    }

    /** Who told which drug it is, if the record and our own tables did not; else nothing. */
    String source() {
        return use.product()
                .explainedBy()
                .map(service -> ", recognised through " + service)
                .orElse("");
    }
}
