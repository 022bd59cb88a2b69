package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.MedicationUse.Status;

/**
 * How long a drug has been taken, over one or more courses. Time between courses more than half a year apart does not
 * count, nor does the time since a course that ended longer ago than that.
 *
 * @param first the first day ever
 * @param doses single doses on record; none when only prescriptions are
 * @param pausedDays days left out
 */
record Exposure(LocalDate first, int doses, long pausedDays, LocalDate today) {

    /**
     * The exposure that dated uses add up to; empty if there are none.
     *
     * @param courseGap a longer pause ends a course
     */
    static Optional<Exposure> of(List<Therapy> uses, Period courseGap, LocalDate today) {
        List<Therapy> dated = new ArrayList<>(uses);
        dated.removeIf(use -> !use.dated());
        dated.sort(Comparator.comparing(use -> use.start().orElse(today)));
        if (dated.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Exposure(first(dated, today), doses(dated), pausedDays(dated, courseGap, today), today));
    }

    /** Two on one day are one. */
    private static int doses(List<Therapy> dated) {
        Optional<LocalDate> counted = Optional.empty();
        int doses = 0;
        for (Therapy use : dated) {
            if (use.use().status() == Status.GIVEN && !use.start().equals(counted)) {
                counted = use.start();
                doses++;
            }
        }
        return doses;
    }

    private static LocalDate first(List<Therapy> dated, LocalDate today) {
        return dated.getFirst().start().orElse(today);
    }

    private static long pausedDays(List<Therapy> dated, Period courseGap, LocalDate today) {
        LocalDate reached = first(dated, today);
        long paused = 0;
        for (Therapy use : dated) {
            LocalDate start = use.start().orElse(reached);
            paused += pause(reached, start, courseGap);
            reached = later(reached, use.last().orElse(start));
        }
        return paused + pause(reached, today, courseGap);
    }

    private static long pause(LocalDate from, LocalDate to, Period courseGap) {
        return to.isAfter(from.plus(courseGap)) ? ChronoUnit.DAYS.between(from, to) : 0;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    /** The day an unbroken course of the same length would have begun. */
    LocalDate countedFrom() {
        return first.plusDays(pausedDays);
    }

    /** Whole months. */
    long months() {
        return ChronoUnit.MONTHS.between(countedFrom(), today);
    }

    /** True from the first day after the time is over. */
    boolean longerThan(Period time) {
        return countedFrom().plus(time).isBefore(today);
    }
}
