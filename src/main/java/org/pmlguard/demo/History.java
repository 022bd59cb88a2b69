package org.pmlguard.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerDown;
import org.pmlguard.ledger.ReceivedFeedback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/**
 * Gives an empty ledger a past of ninety days, so that what reads the ledger has something to show in a trial. Every patient
 * and prescriber in it is invented, and their ids say so. It is written behind the server's back, after the port is open.
 */
@Component
@Conditional(WithHistory.class)
class History implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final Ledger ledger;
    private final PastDecider decider;
    private final Cast cast;
    private final Formulary formulary;
    private final Clock clock;
    private volatile @Nullable Thread work;

    History(Ledger ledger, PastDecider decider, Cast cast, Formulary formulary, Clock clock) {
        this.ledger = ledger;
        this.decider = decider;
        this.cast = cast;
        this.formulary = formulary;
        this.clock = clock;
    }

    @Override
    public void start() {
        Thread thread = Thread.ofPlatform().name("history").daemon().unstarted(this::write);
        work = thread;
        thread.start();
    }

    /** Writes it, unless there is something already. */
    void write() {
        try {
            if (isEmpty()) {
                int decisions = writeAll();
                LOG.info("the ledger was empty; it has {} synthetic decisions now", decisions);
            }
        } catch (LedgerDown e) {
            LOG.warn("the synthetic history could not be written, the ledger cannot be reached");
        } catch (RuntimeException e) {
            LOG.error(
                    "the synthetic history could not be written kind={}",
                    e.getClass().getName());
        }
    }

    private boolean isEmpty() {
        return ledger.database()
                        .jdbc()
                        .sql("select count(*) from decision")
                        .query(Long.class)
                        .single()
                == 0;
    }

    /** One after the other, as they happened: an override may quiet what comes later. */
    private int writeAll() {
        Reactions reactions = new Reactions();
        int written = 0;
        for (PastVisit visit : new PastVisits(cast, formulary, LocalDate.now(clock), clock.getZone()).all()) {
            if (Thread.currentThread().isInterrupted()) {
                return written;
            }
            written += decider.decide(visit, clock.getZone())
                    .map(decision -> {
                        ledger.record(decision, Duration.ZERO);
                        heard(reactions.to(decision));
                        return 1;
                    })
                    .orElse(0);
        }
        return written;
    }

    private void heard(List<ReceivedFeedback> feedback) {
        if (!feedback.isEmpty()) {
            ledger.record(feedback);
        }
    }

    @Override
    public void stop() {
        Thread thread = work;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        Thread thread = work;
        return thread != null && thread.isAlive();
    }

    /** After the web server has started, and before anything stops. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
