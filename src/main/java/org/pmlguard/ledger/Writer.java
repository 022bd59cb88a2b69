package org.pmlguard.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever has gathered while the last commit was under way goes into the next one. While the
 * database is away decisions wait, as many as the queue holds, and feedback is refused so that the EHR sends it again.
 */
final class Writer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

    private static final int MOST_AT_ONCE = 256;
    private static final long PAUSE_MILLIS = 500;

    /** After so many the file is tidied: often enough to keep up, seldom enough to cost little. */
    private static final int COMMITS_TO_TIDY = 100;

    private final Supplier<Database> opening;
    private final Consumer<LedgerEvent> events;
    private final Consumer<Database> whenIdle;
    private final LedgerCounts counts;
    private final BlockingQueue<Entry> queue;
    private final CountDownLatch triedToOpen = new CountDownLatch(1);
    private volatile @Nullable Database database;
    private volatile boolean away;
    private volatile boolean closing;
    private final long pauseNanos;
    private volatile long lastCommit;
    private int untidied;

    /**
     * A writer that has not begun.
     *
     * @param opening opens the database, or throws
     * @param pause how far commits are apart at least: each costs about as much for one decision as for thirty
     * @param whenIdle what to do now and then between commits
     */
    Writer(
            Supplier<Database> opening,
            int capacity,
            Duration pause,
            Consumer<LedgerEvent> events,
            Consumer<Database> whenIdle,
            LedgerCounts counts) {
        this.opening = opening;
        this.events = events;
        this.whenIdle = whenIdle;
        this.counts = counts;
        this.queue = new LinkedBlockingQueue<>(capacity);
        this.pauseNanos = pause.toNanos();
        this.lastCommit = System.nanoTime() - pauseNanos;
    }

    /** Takes an entry, if there is room. */
    boolean offer(Entry entry) {
        return !closing && queue.offer(entry);
    }

    /** Whether it commits what it is given as soon as it can, which it does unless it committed just now. */
    boolean isReady() {
        return pauseLeft() <= 0;
    }

    private long pauseLeft() {
        return lastCommit + pauseNanos - System.nanoTime();
    }

    int waiting() {
        return queue.size();
    }

    /** The database, if it is open and answered last. */
    @Nullable
    Database reachable() {
        return away ? null : database;
    }

    /** Waits until opening the database has succeeded or failed once. */
    void awaitFirstOpening(Duration longest) {
        try {
            if (!triedToOpen.await(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("the ledger is still being opened");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends after what waits now has been written, or could not be. */
    void close() {
        closing = true;
    }

    @Override
    public void run() {
        List<Entry> held = new ArrayList<>();
        write(held);
        triedToOpen.countDown();
        while (!closing || !queue.isEmpty() || !held.isEmpty()) {
            gather(held);
            boolean lastTry = closing;
            if (!write(held) && lastTry) {
                held.forEach(this::lose);
                held.clear();
                queue.forEach(this::lose);
                queue.clear();
            }
        }
        Database open = database;
        if (open != null) {
            open.close();
        }
    }

    private void gather(List<Entry> held) {
        try {
            if (held.isEmpty()) {
                Entry first = queue.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    held.add(first);
                    LockSupport.parkNanos(closing ? 0 : pauseLeft());
                }
            }
            queue.drainTo(held, Math.max(0, MOST_AT_ONCE - held.size()));
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    /** Writes what is held; what could not be written for want of a database stays held. */
    private boolean write(List<Entry> held) {
        try {
            Database open = open();
            if (held.isEmpty()) {
                idle(open);
            } else {
                commit(open, held);
                tidyNowAndThen(open);
            }
            back();
            return true;
        } catch (RuntimeException e) {
            gone(e, held);
            return false;
        }
    }

    private void idle(Database open) {
        if (away) {
            open.jdbc().sql("select 1").query(Integer.class).single();
        }
        whenIdle.accept(open);
    }

    private void tidyNowAndThen(Database open) {
        if (++untidied >= COMMITS_TO_TIDY) {
            untidied = 0;
            open.tidy();
        }
    }

    private Database open() {
        Database open = database;
        if (open == null) {
            open = opening.get();
            database = open;
        }
        return open;
    }

    private void commit(Database open, List<Entry> held) {
        lastCommit = System.nanoTime();
        try {
            List<LedgerEvent> happened = new Batch(open).commit(held);
            counts.commits.increment();
            held.forEach(this::written);
            held.clear();
            happened.forEach(this::tell);
        } catch (RuntimeException e) {
            if (held.size() == 1 && !Outage.causedBy(e)) {
                refuse(held.removeFirst(), e);
            } else if (Outage.causedBy(e)) {
                throw e;
            } else {
                oneByOne(open, held);
            }
        }
    }

    /** One entry that cannot be written must not take the others with it. */
    private void oneByOne(Database open, List<Entry> held) {
        while (!held.isEmpty()) {
            List<Entry> one = new ArrayList<>(List.of(held.getFirst()));
            commit(open, one);
            held.removeFirst();
        }
    }

    private void written(Entry entry) {
        switch (entry) {
            case Entry.OfDecision decision -> counts.decisions.increment();
            case Entry.OfFeedback feedback ->
                counts.feedback.add(feedback.received().size());
        }
        entry.done().complete(null);
    }

    private void tell(LedgerEvent event) {
        try {
            events.accept(event);
        } catch (RuntimeException e) {
            LOG.warn("a listener of the ledger failed kind={}", e.getClass().getName());
        }
    }

    private void refuse(Entry entry, RuntimeException e) {
        counts.failures.increment();
        LOG.error("the ledger could not write an entry kind={}", Outage.kind(e));
        lose(entry);
    }

    private void lose(Entry entry) {
        if (entry instanceof Entry.OfDecision) {
            counts.lost.increment();
        }
        entry.done().completeExceptionally(new LedgerDown("not written"));
    }

    /** Feedback is refused at once; decisions stay until the database is back. */
    private void gone(RuntimeException e, List<Entry> held) {
        counts.failures.increment();
        if (!away) {
            LOG.error("the ledger cannot be reached, cards go on without it kind={}", Outage.kind(e));
        }
        away = true;
        held.removeIf(this::refusedFeedback);
        queue.removeIf(this::refusedFeedback);
        if (!closing && triedToOpen.getCount() == 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(PAUSE_MILLIS));
        }
    }

    private boolean refusedFeedback(Entry entry) {
        if (entry instanceof Entry.OfFeedback) {
            lose(entry);
            return true;
        }
        return false;
    }

    private void back() {
        if (away) {
            away = false;
            LOG.info("the ledger is reached again, waiting={}", queue.size());
        }
    }
}
