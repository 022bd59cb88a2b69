package org.pmlguard.audit;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the audit, under {@code pmlguard.audit}.
 *
 * @param key a secret that seals are made with; blank for none. Whoever changes the database without it can make no seals
 * @param verifyEvery how often the whole chain is checked while the server runs; 0 for never
 * @param retention how long it is kept who looked at what, an ISO 8601 period; blank for ever
 */
@ConfigurationProperties("pmlguard.audit")
record AuditProperties(
        @DefaultValue("") String key,
        @DefaultValue("24h") Duration verifyEvery,
        @DefaultValue("P6Y") String retention) {

    private static final int SHORTEST_KEY = 32;

    AuditProperties {
        if (!key.isBlank() && key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("pmlguard.audit.key needs " + SHORTEST_KEY + " characters at least");
        }
        if (verifyEvery.isNegative()) {
            throw new IllegalArgumentException("pmlguard.audit.verify-every must not be negative");
        }
        kept(retention);
    }

    Optional<Period> kept() {
        return kept(retention);
    }

    private static Optional<Period> kept(String retention) {
        return retention.isBlank() ? Optional.empty() : Optional.of(Period.parse(retention.strip()));
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "AuditProperties[***]";
    }
}
