package org.pmlguard.hook;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.ledger.TimeOrderedId;
import org.pmlguard.risk.Assessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the core rooms, which know nothing of Spring, on the straight path. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HookProperties.class)
class HookConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.system(ZoneId.systemDefault());
    }

    @Bean
    Knowledge knowledge(HookProperties properties) {
        String overlay = properties.knowledge().overlay();
        return overlay.isBlank() ? PackLoader.shipped() : PackLoader.shippedWith(Path.of(overlay));
    }

    @Bean
    Discovery discovery() {
        return ServiceFiles.discovery();
    }

    @Bean
    CallReader callReader() {
        return new CallReader();
    }

    @Bean
    Recogniser recogniser(Knowledge knowledge) {
        return new Recogniser(knowledge);
    }

    @Bean
    Assessor assessor(Knowledge knowledge) {
        return new Assessor(knowledge);
    }

    @Bean
    CardWriter cardWriter(Knowledge knowledge, HookProperties properties, Clock clock) {
        return new CardWriter(
                knowledge, () -> TimeOrderedId.at(clock.instant()), properties.publicAddress(), properties.caseLinks());
    }
}
