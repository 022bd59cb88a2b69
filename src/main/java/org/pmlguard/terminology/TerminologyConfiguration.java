package org.pmlguard.terminology;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.util.Optional;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drugs;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the look-up of unknown codes; by default one that asks nobody. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TerminologyProperties.class)
class TerminologyConfiguration {

    @Bean
    LookUp lookUp(Knowledge knowledge, TerminologyProperties properties, Clock clock) {
        return lookUp(knowledge.drugs(), properties, clock, Ticker.systemTicker());
    }

    static LookUp lookUp(Drugs drugs, TerminologyProperties properties, Clock clock, Ticker ticker) {
        Optional<Answers> answers = dictionary(properties)
                .map(dictionary -> new Answers(dictionary, properties.cache(), breaker(properties, clock), ticker));
        return new LookUp(drugs, answers, properties.patience(), properties.mostCodes());
    }

    private static Optional<Dictionary> dictionary(TerminologyProperties properties) {
        return switch (properties.service()) {
            case NONE -> Optional.empty();
            case RXNAV -> Optional.of(new RxNav(new Door(properties.base(), properties.timeout())));
            case FHIR -> Optional.of(new FhirTerminology(new Door(properties.base(), properties.timeout())));
        };
    }

    /** Every failure counts, whatever its kind; one good answer after the pause, and all is well again. */
    private static CircuitBreaker breaker(TerminologyProperties properties, Clock clock) {
        return CircuitBreaker.of(
                "terminology",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(properties.failures())
                        .minimumNumberOfCalls(properties.failures())
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(properties.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .clock(clock)
                        .writableStackTraceEnabled(false)
                        .build());
    }
}
