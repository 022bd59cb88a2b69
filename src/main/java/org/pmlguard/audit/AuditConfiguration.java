package org.pmlguard.audit;

import java.time.Clock;
import org.pmlguard.ledger.Ledger;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Begins to seal. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditProperties.class)
class AuditConfiguration {

    @Bean
    SealWork sealWork(Ledger ledger, Clock clock, AuditProperties properties) {
        return new SealWork(ledger, new Sha(properties.key()), clock, properties);
    }

    @Bean
    Audit audit(Ledger ledger, Clock clock, SealWork work) {
        return new Audit(ledger, clock, work);
    }
}
