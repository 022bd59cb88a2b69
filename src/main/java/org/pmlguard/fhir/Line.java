package org.pmlguard.fhir;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.pmlguard.cdshooks.AccessToken;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.fhir.Attempt.Health;
import org.pmlguard.tenant.FhirServer;

/**
 * What all calls of a tenant share on their way to one FHIR server: its connections, how many questions may be under way,
 * how it fares, and what was learned about it. Nothing here belongs to a patient or a user.
 */
final class Line implements AutoCloseable {

    private final FhirServer server;
    private final Wire wire;
    private final Places places;
    private final OutboundCounts.OfTenant counts;
    private final Breaker breaker;
    private final Shelf medications = new Shelf();
    private final Cache<String, Integer> habits = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofHours(1))
            .maximumSize(100)
            .build();

    Line(FhirServer server, Wire wire, Places places, OutboundCounts.OfTenant counts, Clock clock) {
        this.server = server;
        this.wire = wire;
        this.places = places;
        this.counts = counts;
        this.breaker = new Breaker(server.toString(), clock);
    }

    FhirServer server() {
        return server;
    }

    Shelf medications() {
        return medications;
    }

    /** Which of the words for a question this server understood the last time; the first if that is not known. */
    int habit(String key) {
        return Optional.ofNullable(habits.getIfPresent(key)).orElse(0);
    }

    void understood(String key, int phrase) {
        if (phrase != habit(key)) {
            habits.put(key, phrase);
        }
    }

    /** Asks, and once more if that may help and there is time for it. */
    Attempt ask(Question question, Optional<AccessToken> token, Deadline deadline, Allowance allowance) {
        Attempt first = counted(question, () -> once(question, token, deadline, allowance));
        return first.health() == Health.FALTERING && deadline.isYoung()
                ? counted(question, () -> once(question, token, deadline, allowance))
                : first;
    }

    private Attempt counted(Question question, Supplier<Attempt> attempt) {
        long start = System.nanoTime();
        Attempt made = breaker.guard(attempt);
        counts.asked(question, made.fetched(), Duration.ofNanos(System.nanoTime() - start));
        return made;
    }

    private Attempt once(Question question, Optional<AccessToken> token, Deadline deadline, Allowance allowance) {
        if (deadline.expired()) {
            return Attempt.notMade(Cause.TIMED_OUT);
        }
        if (!places.enter(deadline.halfway().remaining())) {
            return Attempt.notMade(Cause.BUSY);
        }
        return wire.send(question, token, deadline, allowance, places::leave);
    }

    @Override
    public void close() {
        wire.close();
    }
}
