package org.pmlguard.vitals;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the vital signs, under {@code pmlguard.vitals}.
 *
 * @param canariesEvery how often the invented orders are played; zero for never
 * @param backlogEvery how often the pharmacists' waiting cases are counted; zero for never
 * @param leaveAfter how long calls are still answered after {@code /readyz} has said that the server stops; 60 s at most
 */
@ConfigurationProperties("pmlguard.vitals")
record VitalsProperties(
        @DefaultValue("5m") Duration canariesEvery,
        @DefaultValue("1m") Duration backlogEvery,
        @DefaultValue("0s") Duration leaveAfter) {

    private static final Duration LONGEST = Duration.ofMinutes(1);

    VitalsProperties {
        if (canariesEvery.isNegative() || backlogEvery.isNegative()) {
            throw new IllegalArgumentException("pmlguard.vitals takes no negative times");
        }
        if (leaveAfter.isNegative() || leaveAfter.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("pmlguard.vitals.leave-after must be 0s to 60s");
        }
    }
}
