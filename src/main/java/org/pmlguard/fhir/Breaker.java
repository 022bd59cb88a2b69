package org.pmlguard.fhir;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.Attempt.Health;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves a server alone that fails: when half of its last twenty answers failed, nothing is asked for five seconds, then two
 * questions try whether it is back. Whoever would have asked in between knows at once that there is no answer.
 */
final class Breaker {

    private static final Logger LOG = LoggerFactory.getLogger(Breaker.class);

    private final CircuitBreaker circuit;

    Breaker(String server, Clock clock) {
        this.circuit = CircuitBreaker.of(
                server,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(20)
                        .minimumNumberOfCalls(10)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(Duration.ofSeconds(5))
                        .permittedNumberOfCallsInHalfOpenState(2)
                        .recordResult(attempt -> ((Attempt) attempt).health() != Health.WELL)
                        .clock(clock)
                        .build());
        circuit.getEventPublisher()
                .onStateTransition(change -> LOG.warn(
                        "FHIR server {}: circuit {}",
                        server,
                        change.getStateTransition().getToState()));
    }

    /** What an attempt gives, unless the server is left alone. */
    Attempt guard(Supplier<Attempt> attempt) {
        if (!circuit.tryAcquirePermission()) {
            return Attempt.notMade(Gap.Cause.SUSPENDED);
        }
        long start = circuit.getCurrentTimestamp();
        Attempt made = attempt.get();
        if (made.wasMade()) {
            circuit.onResult(circuit.getCurrentTimestamp() - start, circuit.getTimestampUnit(), made);
        } else {
            circuit.releasePermission();
        }
        return made;
    }
}
