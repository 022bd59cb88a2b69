package org.pmlguard.review;

import java.time.Clock;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.ledger.Ledger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sets up the desk. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({SilenceProperties.class, RegistryProperties.class})
class DeskConfiguration {

    @Bean
    Live live() {
        return new Live();
    }

    @Bean
    Arrivals arrivals(Ledger ledger, Clock clock, Live live) {
        return new Arrivals(ledger, clock, live);
    }

    @Bean
    Desk pharmacyDesk(Ledger ledger, Clock clock, Live live) {
        return new Desk(ledger, clock, live);
    }

    @Bean
    Queue queue(Ledger ledger) {
        return new Queue(ledger);
    }

    @Bean
    Backlog backlog(Ledger ledger) {
        return new Backlog(ledger);
    }

    @Bean
    Insight insight(Ledger ledger, Clock clock) {
        return new Insight(ledger, clock);
    }

    @Bean
    SilenceWatch silenceWatch(Ledger ledger, Clock clock, SilenceProperties properties, Knowledge knowledge) {
        return new SilenceWatch(
                ledger, clock, properties, id -> knowledge.rule(id).isPresent());
    }

    @Bean
    Reviews reviews(Ledger ledger, Desk desk) {
        return new Reviews(ledger, desk);
    }

    @Bean
    CaseViews caseViews(Ledger ledger, Desk desk, Words words) {
        return new CaseViews(ledger, desk, words);
    }

    @Bean
    Words words(Knowledge knowledge, Clock clock) {
        return new Words(knowledge, clock.getZone());
    }
}
