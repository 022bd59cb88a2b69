package org.pmlguard.tenant.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Used tokens in the memory of this server, for an installation that has only one. Forgotten when it is started anew. */
public final class RememberedTokenIds implements TokenIds {

    private static final long MOST = 1_000_000;

    private final Cache<Use, Instant> used;

    public RememberedTokenIds(Clock clock) {
        this.used = Caffeine.newBuilder()
                .maximumSize(MOST)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.<Use, Instant>creating((use, over) -> left(clock, over)))
                .build();
    }

    private record Use(String issuer, String id) {}

    @Override
    public boolean isFirstUse(String issuer, String id, Instant over) {
        return used.asMap().putIfAbsent(new Use(issuer, id), over) == null;
    }

    private static Duration left(Clock clock, Instant over) {
        return Duration.between(clock.instant(), over);
    }
}
