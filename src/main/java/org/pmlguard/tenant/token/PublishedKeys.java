package org.pmlguard.tenant.token;

import com.github.benmanes.caffeine.cache.Cache;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The keys a tenant publishes at its registered address. They are fetched when first needed, again when they have grown
 * old or a token names a key that is not among them, but not more often than every half minute (three seconds as long as
 * there is none): else tokens with
 * invented key ids could make us call without end. While the address does not answer, the last good set is used, for a day
 * at most.
 */
public final class PublishedKeys implements Keys {

    /** How long the last good set is used if no newer can be had. */
    public static final Duration LONGEST = Duration.ofHours(24);

    static final Duration PAUSE = Duration.ofSeconds(30);

    /** As long as there is no set at all, nobody of the tenant can be let in. */
    private static final Duration SHORT_PAUSE = Duration.ofSeconds(3);

    private final URI address;
    private final KeyFetch fetch;
    private final Cache<URI, Held> lastGood;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicReference<Instant> nextAttempt = new AtomicReference<>(Instant.MIN);

    /** Takes the registered address, and where sets are kept: it must drop them {@link #LONGEST} after they came. */
    public PublishedKeys(URI address, KeyFetch fetch, Cache<URI, Held> lastGood, Clock clock) {
        this.address = address;
        this.fetch = fetch;
        this.lastGood = lastGood;
        this.clock = clock;
    }

    /** A set and the time from which it should be asked for again. */
    public record Held(KeySet keys, Instant staleFrom) {}

    /** The registered address, to be compared with what tokens name. */
    public URI address() {
        return address;
    }

    @Override
    public Optional<SigningKey> key(String id) {
        @Nullable Held held = lastGood.getIfPresent(address);
        Optional<SigningKey> known = found(held, id);
        if (known.isEmpty()) {
            refresh();
            return found(lastGood.getIfPresent(address), id);
        }
        if (held != null && !clock.instant().isBefore(held.staleFrom()) && mayAsk()) {
            Thread.ofVirtual().name("keys").start(this::refresh);
        }
        return known;
    }

    private static Optional<SigningKey> found(@Nullable Held held, String id) {
        return held == null ? Optional.empty() : held.keys().key(id);
    }

    private boolean mayAsk() {
        return !clock.instant().isBefore(nextAttempt.get());
    }

    /** Whoever comes second waits for the answer of the first, and then asks no more. */
    private void refresh() {
        oneAtATime.lock();
        try {
            if (mayAsk()) {
                nextAttempt.set(clock.instant().plus(lastGood.getIfPresent(address) == null ? SHORT_PAUSE : PAUSE));
                fetch.keys(address).ifPresent(this::keep);
            }
        } finally {
            oneAtATime.unlock();
        }
    }

    private void keep(KeyFetch.Published published) {
        lastGood.put(address, new Held(published.keys(), clock.instant().plus(published.maxAge())));
    }
}
