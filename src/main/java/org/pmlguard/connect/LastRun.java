package org.pmlguard.connect;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.pmlguard.connect.check.Report;

/**
 * The self-test of the page: one at a time, and its report is shown again for ten minutes, so that asking for the page often
 * does not make the server work often.
 */
final class LastRun {

    static final Duration HOLDS = Duration.ofMinutes(10);

    private final Function<URI, Report> test;
    private final LongSupplier nanoTime;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    private @Nullable Report report;
    private long made;

    /** @param nanoTime a clock that counts nanoseconds */
    LastRun(Function<URI, Report> test, LongSupplier nanoTime) {
        this.test = test;
        this.nanoTime = nanoTime;
    }

    /** The last report if it is not old, else a new one; empty while another is being made. */
    Optional<Report> of(URI server) {
        if (!oneAtATime.tryLock()) {
            return Optional.empty();
        }
        try {
            Report last = report;
            if (last == null || nanoTime.getAsLong() - made > HOLDS.toNanos()) {
                last = test.apply(server);
                report = last;
                made = nanoTime.getAsLong();
            }
            return Optional.of(last);
        } finally {
            oneAtATime.unlock();
        }
    }
}
