package org.pmlguard.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a rule or tenant is said to have gone silent, under {@code pmlguard.silence}.
 *
 * @param window the last time that is looked at
 * @param past the time before it with which it is compared
 * @param unlikelierThan how unlikely so few must be, from 0 to 1, before it is said
 */
@ConfigurationProperties("pmlguard.silence")
record SilenceProperties(
        @DefaultValue("7d") Duration window,
        @DefaultValue("56d") Duration past,
        @DefaultValue("0.001") double unlikelierThan) {

    SilenceProperties {
        if (!window.isPositive() || past.compareTo(window) < 0) {
            throw new IllegalArgumentException("pmlguard.silence: window must be above 0, past not shorter than it");
        }
        if (!(unlikelierThan > 0 && unlikelierThan < 1)) {
            throw new IllegalArgumentException("pmlguard.silence.unlikelier-than must lie between 0 and 1");
        }
    }
}
