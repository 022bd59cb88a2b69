package org.pmlguard.fhir;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment an answer must be ready. Measured on the monotonic clock, so that setting the wall clock moves nothing. */
public final class Deadline {

    private final LongSupplier nanoTime;
    private final long start;
    private final long budget;

    private Deadline(LongSupplier nanoTime, long start, long budget) {
        this.nanoTime = nanoTime;
        this.start = start;
        this.budget = budget;
    }

    public static Deadline in(Duration budget) {
        return in(budget, System::nanoTime);
    }

    /** A deadline on another clock that counts nanoseconds. */
    static Deadline in(Duration budget, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong(), budget.toNanos());
    }

    /** The deadline of another budget that began at the same moment. */
    public Deadline of(Duration other) {
        return new Deadline(nanoTime, start, other.toNanos());
    }

    /** This one, so much earlier; of a short budget at most a quarter. */
    Deadline lessReserve(Duration reserve) {
        return new Deadline(nanoTime, start, budget - Math.min(reserve.toNanos(), budget / 4));
    }

    /** A deadline when half of what is left has passed. */
    Deadline halfway() {
        return in(remaining().dividedBy(2), nanoTime);
    }

    /** What is left; zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, start + budget - nanoTime.getAsLong()));
    }

    public boolean expired() {
        return remaining().isZero();
    }

    /** Whether more than three fifths of it are left: enough to try again. */
    boolean isYoung() {
        return remaining().toNanos() / 3 > budget / 5;
    }
}
