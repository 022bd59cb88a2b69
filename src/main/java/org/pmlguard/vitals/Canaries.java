package org.pmlguard.vitals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.pmlguard.hook.Rehearsal;
import org.pmlguard.knowledge.Knowledge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays the invented orders through the engine, and keeps for each whether what must be said was said. */
final class Canaries {

    private static final Logger LOG = LoggerFactory.getLogger(Canaries.class);

    private final List<Canary> all;
    private final Rehearsal rehearsal;
    private final Clock clock;
    private final Map<String, Boolean> singing = new ConcurrentHashMap<>();

    Canaries(List<Canary> shipped, Rehearsal rehearsal, Knowledge knowledge, Clock clock) {
        this.all = shipped.stream().filter(canary -> canary.concerns(knowledge)).toList();
        this.rehearsal = rehearsal;
        this.clock = clock;
    }

    List<Canary> all() {
        return all;
    }

    /** Plays them all; one that fails is told in the log each time. */
    void play() {
        LocalDate today = LocalDate.now(clock);
        all.forEach(canary -> {
            boolean sings = sings(canary, today);
            singing.put(canary.name(), sings);
            if (!sings) {
                LOG.error("synthetic order not answered as it must be case={}", canary.name());
            }
        });
    }

    private boolean sings(Canary canary, LocalDate today) {
        try {
            return canary.sings(rehearsal.play(CanaryCalls.SERVICE, CanaryCalls.body(canary, today)));
        } catch (RuntimeException e) {
            LOG.error(
                    "synthetic order failed case={} kind={}",
                    canary.name(),
                    e.getClass().getName());
            return false;
        }
    }

    /** Whether this one was answered as it must be when it was played last; not before it was played. */
    boolean sings(Canary canary) {
        return singing.getOrDefault(canary.name(), false);
    }

    /** Whether anything is warned of at all: of the orders that must lead to a card at least one did. */
    boolean anythingFires() {
        return all.stream().anyMatch(canary -> canary.expectsCard() && sings(canary));
    }
}
