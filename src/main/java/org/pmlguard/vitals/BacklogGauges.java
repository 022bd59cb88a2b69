package org.pmlguard.vitals;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.pmlguard.ledger.LedgerDown;
import org.pmlguard.review.Backlog;
import org.pmlguard.review.Backlog.Waiting;

/** What waits for the pharmacists, as it was counted last: a scrape never asks the database. */
final class BacklogGauges {

    private final Backlog backlog;
    private final Clock clock;
    private final AtomicReference<List<Waiting>> last = new AtomicReference<>(List.of());

    BacklogGauges(Backlog backlog, Clock clock, MeterRegistry registry) {
        this.backlog = backlog;
        this.clock = clock;
        Backlog.STANDINGS.forEach(
                standing -> Gauge.builder("cds.review.queue.depth", this, gauges -> gauges.depth(standing))
                        .tag("state", standing)
                        .description("Cases a pharmacist still has to look at")
                        .register(registry));
        Gauge.builder("cds.review.age", this, BacklogGauges::ageSeconds)
                .baseUnit("seconds")
                .description("Age of the oldest of them")
                .register(registry);
    }

    /** Without its database the last count stands. */
    void count() {
        try {
            last.set(backlog.now());
        } catch (LedgerDown e) {
            // The ledger says so itself.
        }
    }

    private double depth(String standing) {
        return last.get().stream()
                .filter(waiting -> waiting.standing().equals(standing))
                .mapToLong(Waiting::cases)
                .sum();
    }

    private double ageSeconds() {
        return last.get().stream()
                .map(Waiting::oldest)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
