package org.pmlguard.review;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.pmlguard.ledger.Database;
import org.pmlguard.ledger.Follower;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;

/**
 * Makes a case of each card, on a thread of its own: as the ledger tells of them, and when the server starts, or has lost
 * count, by looking for cards that are no case yet. So none is missed, also if a server is killed in between.
 */
final class Arrivals extends Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Arrivals.class);

    private static final int WAITING = 10_000;
    private static final int AT_ONCE = 500;

    /** Cases are made of what came in this time: a pharmacist does not notice it, and many together cost little more than one. */
    private static final long PACE_MILLIS = 500;

    private static final long LONGEST_REST_MILLIS = 1_000;

    private final Ledger ledger;
    private final Clock clock;
    private final Live live;
    private final BlockingQueue<LedgerEvent> told = new LinkedBlockingQueue<>(WAITING);
    private volatile boolean mustSearch = true;

    Arrivals(Ledger ledger, Clock clock, Live live) {
        super("arrivals");
        this.ledger = ledger;
        this.clock = clock;
        this.live = live;
    }

    /** Called by the thread that writes the ledger, so nothing is done here. */
    @EventListener
    void hear(LedgerEvent event) {
        if (!told.offer(event)) {
            mustSearch = true;
        }
    }

    @Override
    protected void follow() {
        while (isWanted()) {
            try {
                List<LedgerEvent> events = gather();
                if (ledger.state().open()) {
                    take(events);
                } else {
                    mustSearch = true;
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                mustSearch = true;
                LOG.warn(
                        "cases could not be made, tried again kind={}",
                        e.getClass().getName());
            }
        }
    }

    private List<LedgerEvent> gather() throws InterruptedException {
        List<LedgerEvent> events = new ArrayList<>();
        LedgerEvent first = mustSearch ? told.poll() : told.poll(LONGEST_REST_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            events.add(first);
            Thread.sleep(PACE_MILLIS);
            told.drainTo(events, AT_ONCE - 1);
        } else if (mustSearch && !ledger.state().open()) {
            Thread.sleep(LONGEST_REST_MILLIS);
        }
        return events;
    }

    private void take(List<LedgerEvent> events) {
        Database database = ledger.database();
        Intake intake = new Intake(database, clock);
        List<Line> changed = events.isEmpty() ? List.of() : database.committed(() -> intake.of(events));
        changed.forEach(this::tell);
        if (mustSearch) {
            List<Line> found = database.committed(() -> intake.missing(AT_ONCE));
            found.forEach(this::tell);
            mustSearch = found.size() == AT_ONCE;
        }
    }

    private void tell(Line line) {
        live.changed(line.id(), line.tenant());
    }
}
