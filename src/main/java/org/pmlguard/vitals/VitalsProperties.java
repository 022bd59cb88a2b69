package org.pmlguard.vitals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the vital signs, under {@code pmlguard.vitals}.
 *
 * @param canariesEvery how often the invented orders are played; zero for never
 * @param backlogEvery how often the pharmacists' waiting cases are counted; zero for never
 */
@ConfigurationProperties("pmlguard.vitals")
record VitalsProperties(
        @DefaultValue("5m") Duration canariesEvery,
        @DefaultValue("1m") Duration backlogEvery) {

    VitalsProperties {
        if (canariesEvery.isNegative() || backlogEvery.isNegative()) {
            throw new IllegalArgumentException("pmlguard.vitals takes no negative times");
        }
    }
}
