package org.pmlguard.ledger;

import java.time.Duration;
import java.time.Period;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger, under {@code pmlguard.ledger}.
 *
 * @param url JDBC address: H2 in a file, or PostgreSQL
 * @param username of the database
 * @param password of the database
 * @param retention how long decisions and their feedback are kept, an ISO 8601 period; blank for ever
 * @param answerWaits how long an answer waits at most for its record to be committed, never past its deadline; 0 to not wait
 * @param commitPause how far commits are apart at least; what is decided meanwhile is committed together and not waited for
 * @param feedbackWaits how long feedback waits for its commit before it is answered 503
 * @param recallWaits how long earlier answers are waited for; without them everything is said
 * @param queue how many decisions may wait to be written while the database is slow or away
 * @param connections to the database
 */
@ConfigurationProperties("pmlguard.ledger")
record LedgerProperties(
        @DefaultValue("jdbc:h2:file:./data/ledger") String url,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("P6Y") String retention,
        @DefaultValue("100ms") Duration answerWaits,
        @DefaultValue("50ms") Duration commitPause,
        @DefaultValue("5s") Duration feedbackWaits,
        @DefaultValue("100ms") Duration recallWaits,
        @DefaultValue("2000") int queue,
        @DefaultValue("4") int connections) {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    LedgerProperties {
        if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("pmlguard.ledger.url must begin with jdbc:h2: or jdbc:postgresql:");
        }
        if (commitPause.isNegative() || commitPause.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("pmlguard.ledger.commit-pause must be from 0 to 1s");
        }
        if (answerWaits.isNegative() || feedbackWaits.isNegative() || feedbackWaits.isZero()) {
            throw new IllegalArgumentException(
                    "pmlguard.ledger.answer-waits must not be negative, feedback-waits above 0");
        }
        if (queue < 1 || connections < 2) {
            throw new IllegalArgumentException("pmlguard.ledger.queue must be at least 1, connections at least 2");
        }
        keeping(retention);
    }

    /** How long is kept; empty for ever. */
    Optional<Period> kept() {
        return keeping(retention);
    }

    static Optional<Period> keeping(String retention) {
        if (retention.isBlank()) {
            return Optional.empty();
        }
        Period period = Period.parse(retention.strip());
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("pmlguard.ledger.retention must be a period above 0, or blank");
        }
        return Optional.of(period);
    }

    /** Shows no password. */
    @Override
    public String toString() {
        return "LedgerProperties[***]";
    }
}
