package org.pmlguard.fhir;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment an answer must be ready. Measured on the monotonic clock, so that setting the wall clock moves nothing. */
public final class Deadline {

    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(Duration budget, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + budget.toNanos();
    }

    public static Deadline in(Duration budget) {
        return in(budget, System::nanoTime);
    }

    /** A deadline on another clock that counts nanoseconds. */
    static Deadline in(Duration budget, LongSupplier nanoTime) {
        return new Deadline(budget, nanoTime);
    }

    /** What is left; zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    public boolean expired() {
        return remaining().isZero();
    }
}
