package org.pmlguard.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.pmlguard.ledger.Database;
import org.pmlguard.ledger.Follower;
import org.pmlguard.ledger.Forgetting;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Seals, on a thread of its own, what the ledger and the desk tell of, many at once; and now and then looks for entries that
 * nobody told of, so that none stays without a seal if a server is killed in between.
 */
final class SealWork extends Follower {

    private static final Logger LOG = LoggerFactory.getLogger(SealWork.class);

    private static final int WAITING = 50_000;
    private static final int AT_ONCE = 500;
    private static final long REST_MILLIS = 1_000;
    private static final Duration SEARCH_EVERY = Duration.ofMinutes(10);
    private static final Duration FIRST_CHECK = Duration.ofMinutes(1);
    private static final Duration MARK_EVERY = Duration.ofHours(1);
    /** A decision may have waited so long for its database before it was written. */
    private static final Duration LOOK_BACK = Duration.ofDays(2);

    private final Ledger ledger;
    private final Sha sha;
    private final Clock clock;
    private final AuditProperties properties;
    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>(WAITING);
    private final AtomicReference<Optional<Verdict>> lastVerdict = new AtomicReference<>(Optional.empty());
    private final Pace search = new Pace(SEARCH_EVERY, Duration.ZERO);
    private final Pace check;
    private final Pace mark = new Pace(MARK_EVERY, FIRST_CHECK);
    private volatile boolean mustSearch;
    private volatile long sealed;
    private long marked;

    /** Something that was committed, by what it belongs to. */
    private record Told(Kind kind, UUID root) {}

    SealWork(Ledger ledger, Sha sha, Clock clock, AuditProperties properties) {
        super("seals");
        this.ledger = ledger;
        this.sha = sha;
        this.clock = clock;
        this.properties = properties;
        this.check = new Pace(properties.verifyEvery(), FIRST_CHECK);
    }

    /** Called by the thread that writes the ledger, so nothing is done here. */
    @EventListener
    void hear(LedgerEvent event) {
        switch (event) {
            case LedgerEvent.DecisionRecorded decision -> due(Kind.DECISION, decision.decision());
            case LedgerEvent.FeedbackRecorded feedback -> due(Kind.FEEDBACK, UUID.fromString(feedback.card()));
        }
    }

    void due(Kind kind, UUID root) {
        if (!told.offer(new Told(kind, root))) {
            mustSearch = true;
        }
    }

    ChainState state() {
        return new ChainState(sealed, told.size(), lastVerdict.get());
    }

    Verdict verify() {
        Verdict verdict = Verifier.verify(ledger.database(), sha, clock, Optional.empty());
        lastVerdict.set(Optional.of(verdict));
        if (!verdict.isIntact()) {
            LOG.error("the audit chain is broken: {}", verdict.words());
        }
        return verdict;
    }

    @Override
    protected void follow() {
        while (isWanted()) {
            try {
                List<Told> batch = gather();
                if (ledger.state().open()) {
                    round(batch);
                } else {
                    mustSearch = mustSearch || !batch.isEmpty();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                mustSearch = true;
                LOG.warn(
                        "entries could not be sealed, tried again kind={}",
                        e.getClass().getName());
                search.rest();
            }
        }
    }

    /** Rests first, so that much is sealed in one commit. */
    private List<Told> gather() throws InterruptedException {
        if (told.size() < AT_ONCE) {
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        }
        List<Told> batch = new ArrayList<>();
        told.drainTo(batch, AT_ONCE);
        return batch;
    }

    private void round(List<Told> batch) {
        Sealer sealer = new Sealer(ledger.database(), sha, clock);
        Map<Kind, Set<UUID>> roots = new EnumMap<>(Kind.class);
        batch.forEach(one ->
                roots.computeIfAbsent(one.kind(), kind -> new LinkedHashSet<>()).add(one.root()));
        roots.forEach(sealer::seal);
        if (search.isDue() || (mustSearch && told.isEmpty())) {
            mustSearch = false;
            search(sealer);
            forgetAccesses();
            search.done();
        }
        if (!batch.isEmpty() || mark.isDue()) {
            sealed = Sealer.end(ledger.database()).number();
        }
        markInLog();
        if (!properties.verifyEvery().isZero() && check.isDue()) {
            verify();
            check.done();
        }
    }

    /** Entries that nobody told of, since a while before the last search. */
    void search(Sealer sealer) {
        Instant now = clock.instant();
        Instant since = Sealer.end(ledger.database())
                .searched()
                .map(last -> last.minus(LOOK_BACK))
                .orElse(Instant.EPOCH);
        for (Kind kind : Kind.values()) {
            List<UUID> found = sealer.missing(kind, since, AT_ONCE);
            while (!found.isEmpty() && sealer.seal(kind, Set.copyOf(found)) > 0) {
                found = sealer.missing(kind, since, AT_ONCE);
            }
        }
        sealer.searched(now);
    }

    private void forgetAccesses() {
        Database database = ledger.database();
        properties
                .kept()
                .map(kept -> ZonedDateTime.now(clock).minus(kept).toInstant())
                .ifPresent(before -> database.unforced(() -> {
                    int gone = new AccessLog(database).forget(before);
                    if (gone > 0) {
                        Forgetting.ACCESSES.before(database, clock.instant(), before, gone);
                    }
                    return gone;
                }));
    }

    /** Outside the database, where whoever changes the database cannot change it too. */
    private void markInLog() {
        if (mark.isDue()) {
            Sealer.End end = Sealer.end(ledger.database());
            if (end.number() > marked) {
                LOG.info("audit chain sealed up to {}:{}", end.number(), end.seal());
                marked = end.number();
            }
            mark.done();
        }
    }

    /** How often something is done, by the time that passes and not by the clock on the wall. */
    private static final class Pace {
        private final long every;
        private long next;

        Pace(Duration every, Duration first) {
            this.every = every.toNanos();
            this.next = System.nanoTime() + first.toNanos();
        }

        boolean isDue() {
            return System.nanoTime() - next >= 0;
        }

        void done() {
            next = System.nanoTime() + every;
        }

        void rest() {
            done();
        }
    }
}
