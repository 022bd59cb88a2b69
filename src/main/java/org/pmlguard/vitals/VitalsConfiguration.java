package org.pmlguard.vitals;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.pmlguard.audit.Audit;
import org.pmlguard.hook.Rehearsal;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.review.Backlog;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Takes the vital signs. The beans that end in {@code HealthIndicator} are known to the health groups by what stands before;
 * which of them decide whether calls may come is said in {@code application.yml}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VitalsProperties.class)
class VitalsConfiguration {

    @Bean
    Canaries canaries(Rehearsal rehearsal, Knowledge knowledge, Clock clock) {
        return new Canaries(CanaryCalls.shipped(), rehearsal, knowledge, clock);
    }

    @Bean
    BacklogGauges backlogGauges(Backlog backlog, Clock clock, MeterRegistry registry) {
        return new BacklogGauges(backlog, clock, registry);
    }

    @Bean
    StandingGauges standingGauges(Knowledge knowledge, Canaries canaries, Ledger ledger, Audit audit) {
        return new StandingGauges(knowledge, canaries, ledger, audit);
    }

    @Bean
    Pulse pulse(VitalsProperties settings, Canaries canaries, BacklogGauges backlog) {
        return new Pulse(settings, canaries, backlog);
    }

    @Bean
    Leaving leaving(VitalsProperties settings) {
        return new Leaving(settings.leaveAfter());
    }

    /** Without rules every order would be answered with silence. */
    @Bean
    HealthIndicator knowledgeHealthIndicator(Knowledge knowledge) {
        return () -> health(!knowledge.rules().isEmpty());
    }

    /** A single rule that fell silent is for the alarm; where nothing is warned of any more, calls must go elsewhere. */
    @Bean
    HealthIndicator canariesHealthIndicator(Canaries canaries, VitalsProperties settings) {
        return () -> health(settings.canariesEvery().isZero() || canaries.anythingFires());
    }

    /** Where somebody changed what was recorded, nothing more is recorded until somebody has looked. */
    @Bean
    HealthIndicator auditChainHealthIndicator(Audit audit) {
        return () -> health(audit.state().isIntact());
    }

    /** Told for people, not for probes: cards go out also while the ledger is away. */
    @Bean
    HealthIndicator ledgerHealthIndicator(Ledger ledger) {
        return () -> health(ledger.state().open());
    }

    @Bean
    @Profile("tracing")
    Traces traces(Tracer tracer, Propagator propagator) {
        return new Traces(tracer, propagator);
    }

    private static Health health(boolean isWell) {
        return (isWell ? Health.up() : Health.down()).build();
    }
}
