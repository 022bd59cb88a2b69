package org.pmlguard.ledger;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.pmlguard.risk.memory.PastAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The door of the ledger. Decisions and feedback go in and are written by one thread, many in a commit; earlier answers and
 * whole cases come out. Its database is opened beside the start of the server, and cards never depend on it.
 */
public final class Ledger implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private static final Executor ON_ITS_OWN = task -> Thread.ofVirtual().start(task);
    private static final Duration LAST_WRITES = Duration.ofSeconds(10);

    private static final Duration LONGEST_OPENING = Duration.ofSeconds(5);

    private final LedgerProperties properties;
    private final Clock clock;
    private final LedgerCounts counts;
    private final Writer writer;
    private final Thread thread;

    private Ledger(LedgerProperties properties, Clock clock, LedgerCounts counts, Writer writer, Thread thread) {
        this.properties = properties;
        this.clock = clock;
        this.counts = counts;
        this.writer = writer;
        this.thread = thread;
    }

    /** A ledger whose database is being opened from now on, by {@code opening}, again and again until it succeeds. */
    static Ledger opening(
            LedgerProperties properties, Clock clock, Consumer<LedgerEvent> events, Supplier<Database> opening) {
        LedgerCounts counts = new LedgerCounts();
        Retention.Daily daily = new Retention.Daily(properties.kept(), clock);
        Writer writer = new Writer(opening, properties.queue(), properties.commitPause(), events, daily::step, counts);
        Thread thread = Thread.ofPlatform().name("ledger").daemon().start(writer);
        return new Ledger(properties, clock, counts, writer, thread);
    }

    /**
     * Records a decision, and waits for its commit as long as the settings say, unless so many come that they are committed
     * together. It never throws: a card goes out whether or not it could be recorded.
     *
     * @param left how much time the answer still has
     */
    public void record(Decision decision, Duration left) {
        boolean isReady = writer.isReady();
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!writer.offer(new Entry.OfDecision(decision, done))) {
            counts.lost.increment();
            LOG.error("decision not recorded, the queue is full decision={}", decision.id());
            return;
        }
        Duration wait = shorter(left, properties.answerWaits());
        if (isReady && wait.isPositive() && !isDone(done, wait)) {
            counts.late.increment();
            LOG.warn("decision not yet recorded as its answer goes out decision={}", decision.id());
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private boolean isDone(CompletableFuture<Void> done, Duration wait) {
        try {
            if (writer.reachable() == null) {
                return false;
            }
            done.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Records feedback; when this returns it is committed. The same event sent again changes nothing.
     *
     * @throws LedgerDown if it could not be committed, or not in time; then it may be sent again
     */
    public void record(List<ReceivedFeedback> received) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        if (!writer.offer(new Entry.OfFeedback(received, done))) {
            throw new LedgerDown("the queue is full");
        }
        try {
            done.get(properties.feedbackWaits().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new LedgerDown("not committed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LedgerDown("interrupted");
        }
    }

    /**
     * With which coded reasons cards on a patient's drug were overridden. None if that cannot be told in time: then
     * everything is said.
     *
     * @param left how much time the answer still has
     */
    public List<PastAnswer> answers(String tenant, String patient, String drug, Duration left) {
        try {
            PastAnswers answers = new PastAnswers(database(), clock.getZone());
            Duration wait = shorter(left, properties.recallWaits());
            return CompletableFuture.supplyAsync(() -> answers.of(tenant, patient, drug), ON_ITS_OWN)
                    .get(wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException | ExecutionException | LedgerDown e) {
            counts.unremembered.increment();
            LOG.warn("earlier answers could not be read, everything is said");
            return List.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /**
     * Forgets what became of the cards of some patients, so that it quiets nothing any more; their decisions stay. For
     * demonstrations: what happened to real patients is not to be forgotten singly.
     *
     * @throws LedgerDown if it cannot be reached
     */
    public void forgetAnswers(String tenant, List<String> patients) {
        Database open = database();
        open.committed(() -> {
            int gone = open.jdbc()
                    .sql("delete from feedback where tenant = :tenant and patient in (:patients)")
                    .param("tenant", tenant)
                    .param("patients", patients)
                    .update();
            Forgetting.ANSWERS.ofTenant(open, clock.instant(), tenant, gone);
            return gone;
        });
    }

    /**
     * What stands in the ledger.
     *
     * @throws LedgerDown if it cannot be reached
     */
    public Cases cases() {
        return new Cases(database().jdbc());
    }

    /**
     * The database itself, for what another room keeps beside the ledger.
     *
     * @throws LedgerDown if it cannot be reached
     */
    public Database database() {
        Database open = writer.reachable();
        if (open == null) {
            throw new LedgerDown("not open");
        }
        return open;
    }

    /** How it does. */
    public LedgerState state() {
        return counts.state(writer.reachable() != null, writer.waiting());
    }

    /** Waits for the first attempt to open the database, so that nothing is said cold that was answered before. */
    @Override
    public void start() {
        writer.awaitFirstOpening(LONGEST_OPENING);
    }

    /** Writes what still waits, and closes the database. */
    @Override
    public void stop() {
        writer.close();
        try {
            thread.join(LAST_WRITES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread.isAlive();
    }

    /** Before the web server starts, and after it has stopped. */
    @Override
    public int getPhase() {
        return 0;
    }
}
