package org.pmlguard.review;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.ledger.Database;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.review.staff.Staff;

/** What is done with cases: each act in one commit with its line in the audit trail, or not at all. */
final class Desk {

    private static final String STEP = "update review_case set standing = :standing, is_waiting = :waiting,"
            + " assignee = :assignee, version = version + 1 where id = :id and version = :version";
    private static final String ENTRY =
            "insert into review_event (case_id, number, happened_at, staff, action, code, note)"
                    + " values (:id, :number, :at, :staff, :action, :code, :note)";

    private final Ledger ledger;
    private final Clock clock;
    private final Live live;

    Desk(Ledger ledger, Clock clock, Live live) {
        this.ledger = ledger;
        this.clock = clock;
        this.live = live;
    }

    Optional<Line> find(UUID id) {
        return ledger.database()
                .jdbc()
                .sql("select * from review_case where id = ?")
                .param(id)
                .query((row, number) -> Line.read(row))
                .optional();
    }

    /** The audit trail of a case, earliest first. */
    List<Entry> entries(UUID id) {
        return ledger.database()
                .jdbc()
                .sql("select * from review_event where case_id = ? order by number")
                .param(id)
                .query((row, number) -> new Entry(
                        row.getInt("number"),
                        Line.time(row, "happened_at"),
                        row.getString("staff"),
                        Action.of(row.getString("action")).orElseThrow(),
                        Optional.ofNullable(row.getString("code")),
                        Optional.ofNullable(row.getString("note"))))
                .list();
    }

    /**
     * Does an act; when this returns it is committed. Sent twice it is done once.
     *
     * @param version of the case that the person looked at
     * @throws Refused if it cannot be done, or if somebody changed the case in the meantime
     */
    void act(Line seen, int version, Staff staff, Act act) {
        Database database = ledger.database();
        boolean isNew = database.committed(() -> step(database, seen, version, staff, act));
        if (isNew) {
            live.changed(seen.id(), seen.tenant());
        }
    }

    private boolean step(Database database, Line seen, int version, Staff staff, Act act) {
        if (seen.version() != version) {
            return done(seen, version, staff, act);
        }
        Standing next = seen.standing()
                .after(act.action())
                .orElseThrow(() -> new Refused("This cannot be done while the case is " + seen.status() + "."));
        Optional<String> assignee = assignee(seen, next, staff, act.action());
        if (!advance(database, seen.id(), version, next, assignee)) {
            return done(seen, version, staff, act);
        }
        write(database, seen.id(), version + 1, clock.instant(), staff.name(), act);
        return true;
    }

    /** Who has a case after an act: whoever takes it or intervenes first; nobody once it is given back or reopened. */
    private static Optional<String> assignee(Line seen, Standing next, Staff staff, Action action) {
        return switch (action) {
            case TAKE -> Optional.of(staff.name());
            case INTERVENTION -> seen.assignee().or(() -> Optional.of(staff.name()));
            default -> next == Standing.OPEN ? Optional.empty() : seen.assignee();
        };
    }

    /** Somebody was faster. If it was the same person with the same act, a double click, then all is well. */
    private boolean done(Line seen, int version, Staff staff, Act act) {
        List<Entry> since = entries(seen.id()).stream()
                .filter(entry -> entry.number() > version)
                .toList();
        if (!since.isEmpty() && since.getFirst().isOf(staff, act)) {
            return false;
        }
        String who = since.isEmpty() ? "somebody" : since.getLast().staff();
        throw new Refused("Not recorded: " + who + " changed this case while you looked at it. Look again.");
    }

    /** Moves a case on if nobody else has since a version. */
    static boolean advance(Database database, UUID id, int version, Standing next, Optional<String> assignee) {
        return database.jdbc()
                        .sql(STEP)
                        .param("standing", next.code())
                        .param("waiting", next.isWaiting())
                        .param("assignee", assignee.orElse(null))
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    static void write(Database database, UUID id, int number, Instant at, String staff, Act act) {
        database.jdbc()
                .sql(ENTRY)
                .param("id", id)
                .param("number", number)
                .param("at", at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC))
                .param("staff", staff)
                .param("action", act.action().code())
                .param("code", act.code().orElse(null))
                .param("note", act.note().orElse(null))
                .update();
    }
}
