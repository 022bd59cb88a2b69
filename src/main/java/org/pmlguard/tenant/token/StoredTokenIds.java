package org.pmlguard.tenant.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Used tokens in the database that all replicas share; its primary key lets exactly one of them win.
 *
 * <p>If the database does not answer, the memory of this server alone decides: a token that could be used once on every
 * replica does less harm than a warning that nobody sees. That is said in the log.
 */
public final class StoredTokenIds implements TokenIds {

    private static final Logger LOG = LoggerFactory.getLogger(StoredTokenIds.class);
    private static final Duration BETWEEN_CLEANINGS = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Clock clock;
    private final RememberedTokenIds ours;
    private final AtomicReference<Instant> nextCleaning;

    public StoredTokenIds(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.ours = new RememberedTokenIds(clock);
        this.nextCleaning = new AtomicReference<>(clock.instant().plus(BETWEEN_CLEANINGS));
    }

    @Override
    public boolean isFirstUse(String issuer, String id, Instant over) {
        return ours.isFirstUse(issuer, id, over) && isFirstOfAll(issuer, id, over);
    }

    private boolean isFirstOfAll(String issuer, String id, Instant over) {
        try {
            store(issuer, id, over);
            cleanNowAndThen();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        } catch (DataAccessException e) {
            LOG.error(
                    "database down: a token could be used once on every replica; kind={}",
                    e.getClass().getName());
            return true;
        }
    }

    private void store(String issuer, String id, Instant over) {
        database.sql("insert into used_token (issuer, token_id, expires) values (:issuer, :id, :expires)")
                .param("issuer", issuer)
                .param("id", id)
                .param("expires", over.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void cleanNowAndThen() {
        Instant now = clock.instant();
        Instant due = nextCleaning.get();
        if (now.isAfter(due) && nextCleaning.compareAndSet(due, now.plus(BETWEEN_CLEANINGS))) {
            Thread.ofVirtual().name("token-cleaning").start(this::clean);
        }
    }

    /** Forgets tokens that cannot be used any more. */
    void clean() {
        try {
            database.sql("delete from used_token where expires < :now")
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("used tokens not cleaned up; kind={}", e.getClass().getName());
        }
    }
}
