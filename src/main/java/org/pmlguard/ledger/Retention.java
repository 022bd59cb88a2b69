package org.pmlguard.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.Optional;

/** Forgets what is older than it is to be kept, in small commits so that nobody waits long behind one. */
final class Retention {

    private static final int AT_ONCE = 200;

    private static final String DECISIONS =
            "delete from decision where id in (select id from decision where decided_at < ?"
                    + " order by decided_at fetch first " + AT_ONCE + " rows only)";
    private static final String STRAYS =
            "delete from stray_feedback where id in (select id from stray_feedback where received_at < ?"
                    + " order by received_at fetch first " + AT_ONCE + " rows only)";

    private Retention() {}

    /** The moment before which nothing is kept. */
    static Instant before(Period kept, Clock clock) {
        return ZonedDateTime.now(clock).minus(kept).toInstant();
    }

    /** How many decisions and stray entries were forgotten; less than a full step means that none is left. */
    record Forgotten(int decisions, int strays) {
        boolean more() {
            return decisions == AT_ONCE || strays == AT_ONCE;
        }

        Forgotten and(Forgotten other) {
            return new Forgotten(decisions + other.decisions, strays + other.strays);
        }
    }

    /** One small commit; cards, findings and feedback go with their decisions. */
    static Forgotten step(Database database, Instant before, Clock clock) {
        return database.committed(() -> {
            Forgotten gone = new Forgotten(
                    database.rows().update(DECISIONS, Kept.time(before)),
                    database.rows().update(STRAYS, Kept.time(before)));
            if (gone.decisions() > 0) {
                Forgetting.DECISIONS.before(database, clock.instant(), before, gone.decisions());
            }
            return gone;
        });
    }

    /** All of it. */
    static Forgotten all(Database database, Instant before, Clock clock) {
        Forgotten sum = step(database, before, clock);
        Forgotten last = sum;
        while (last.more()) {
            last = step(database, before, clock);
            sum = sum.and(last);
        }
        return sum;
    }

    /** Does the steps of a day between the commits of the server, and then rests until the next day. */
    static final class Daily {

        private final Optional<Period> kept;
        private final Clock clock;
        private LocalDate done = LocalDate.MIN;

        Daily(Optional<Period> kept, Clock clock) {
            this.kept = kept;
            this.clock = clock;
        }

        void step(Database database) {
            LocalDate today = LocalDate.now(clock);
            if (kept.isPresent() && done.isBefore(today)) {
                boolean more = Retention.step(database, before(kept.get(), clock), clock)
                        .more();
                done = more ? done : today;
            }
        }
    }
}
