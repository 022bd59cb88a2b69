package org.pmlguard.ledger;

import java.time.Clock;
import javax.sql.DataSource;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.risk.memory.Memory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the ledger, and makes the memory that reads from it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LedgerProperties.class, MemoryProperties.class})
class LedgerConfiguration {

    @Bean
    Ledger ledger(LedgerProperties properties, Clock clock, ApplicationEventPublisher events) {
        return Ledger.opening(properties, clock, events::publishEvent, () -> Database.open(properties));
    }

    @Bean
    DataSource ledgerDataSource(Ledger ledger) {
        return new LedgerDataSource(ledger);
    }

    @Bean
    Remembrance remembrance(Ledger ledger, Knowledge knowledge, MemoryProperties properties) {
        return new Remembrance(ledger, new Memory(properties.times(), knowledge.edition()), properties.enabled());
    }
}
