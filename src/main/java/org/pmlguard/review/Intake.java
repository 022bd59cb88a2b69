package org.pmlguard.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pmlguard.ledger.Database;
import org.pmlguard.ledger.LedgerEvent;

/** Makes cases of cards. Every step may be done again without harm. */
final class Intake {

    private static final String CARDS =
            "select c.uuid, c.decision, c.tenant, c.patient, c.drug, c.indicator, c.summary,"
                    + " d.decided_at from card c join decision d on d.id = c.decision ";
    private static final String MISSING = "left join review_case r on r.id = c.uuid where r.id is null"
            + " order by d.decided_at, c.uuid fetch first :most rows only";
    private static final String OPEN =
            "insert into review_case (id, decision, tenant, patient, drug, indicator, summary,"
                    + " decided_at, place, standing, is_waiting, answer, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?,"
                    + " 'open', true, 'none', 0) on conflict do nothing";
    /** The last thing that became of a card. */
    private static final String ANSWER = "select outcome, reason_display, reason_code from feedback where card = ?"
            + " order by received_at desc, id desc fetch first 1 rows only";

    private static final String ANSWERED = "update review_case set answer = :answer, reason = :reason where id = :id"
            + " and (answer <> :answer or coalesce(reason, '') <> :compared)";
    private static final String EARLIER = "select * from review_case where patient = ? and standing = 'open'"
            + " and answer = 'none' and tenant = ? and drug = ? and id <> ? and decided_at <= ?";

    private final Database database;
    private final Clock clock;

    Intake(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Takes in what was told; returns the cases that are new or have a new answer. */
    List<Line> of(List<LedgerEvent> events) {
        List<UUID> decisions = new ArrayList<>();
        List<LedgerEvent.FeedbackRecorded> feedback = new ArrayList<>();
        for (LedgerEvent event : events) {
            switch (event) {
                case LedgerEvent.DecisionRecorded told -> decisions.add(told.decision());
                case LedgerEvent.FeedbackRecorded told -> feedback.add(told);
            }
        }
        List<Line> changed = new ArrayList<>();
        if (!decisions.isEmpty()) {
            changed.addAll(opened(cards(
                    "where c.decision = any(:ids) order by d.decided_at, c.number", "ids", Database.ids(decisions))));
        }
        feedback.forEach(told -> answered(told).ifPresent(changed::add));
        return changed;
    }

    /** Takes in cards that are no case yet, the earliest first; fewer than {@code most} means that none is left. */
    List<Line> missing(int most) {
        return opened(cards(MISSING, "most", most));
    }

    private List<Line> cards(String which, String name, Object value) {
        return database.jdbc()
                .sql(CARDS + which)
                .param(name, value)
                .query((row, number) -> card(row))
                .list();
    }

    private static Line card(ResultSet row) throws SQLException {
        String indicator = row.getString("indicator");
        return new Line(
                row.getObject("uuid", UUID.class),
                row.getObject("decision", UUID.class),
                row.getString("tenant"),
                Optional.ofNullable(row.getString("patient")),
                Optional.ofNullable(row.getString("drug")).orElse(""),
                indicator,
                row.getString("summary"),
                Line.time(row, "decided_at"),
                Line.place(indicator, Line.time(row, "decided_at")),
                Standing.OPEN,
                Optional.empty(),
                "none",
                Optional.empty(),
                0);
    }

    private List<Line> opened(List<Line> cards) {
        if (cards.isEmpty()) {
            return cards;
        }
        List<Line> opened = open(cards);
        answer(opened);
        opened.forEach(this::supersedeEarlier);
        return opened;
    }

    /** Those of the cards that were no case before. */
    private List<Line> open(List<Line> cards) {
        int[] written = database.rows()
                .batchUpdate(OPEN, cards.stream().map(Intake::row).toList());
        return IntStream.range(0, cards.size())
                .filter(i -> written[i] == 1)
                .mapToObj(cards::get)
                .toList();
    }

    private static @Nullable Object[] row(Line card) {
        return new @Nullable Object[] {
            card.id(),
            card.decision(),
            card.tenant(),
            card.patient().orElse(null),
            card.drug(),
            card.indicator(),
            card.summary(),
            card.at().atOffset(ZoneOffset.UTC),
            card.place()
        };
    }

    /** Feedback may have come before its card was a case. */
    private void answer(List<Line> opened) {
        if (opened.isEmpty()) {
            return;
        }
        Set<UUID> heard = new HashSet<>(database.jdbc()
                .sql("select card from feedback where card = any(:ids)")
                .param("ids", Database.ids(opened.stream().map(Line::id).toList()))
                .query(UUID.class)
                .list());
        opened.stream().filter(card -> heard.contains(card.id())).forEach(this::answer);
    }

    private Optional<Line> answered(LedgerEvent.FeedbackRecorded feedback) {
        return database.jdbc()
                .sql("select * from review_case where id = ? and tenant = ?")
                .params(UUID.fromString(feedback.card()), feedback.tenant())
                .query((row, number) -> Line.read(row))
                .optional()
                .filter(this::answer);
    }

    /** Writes the prescriber's answer beside the case. It is no act of the desk: nobody's work is out of date for it. */
    private boolean answer(Line line) {
        return database.jdbc()
                .sql(ANSWER)
                .param(line.id())
                .query((row, number) -> answer(line.id(), row))
                .optional()
                .orElse(false);
    }

    private boolean answer(UUID id, ResultSet row) throws SQLException {
        String reason = Stream.of(row.getString("reason_display"), row.getString("reason_code"))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse("");
        return database.jdbc()
                        .sql(ANSWERED)
                        .param("answer", row.getString("outcome"))
                        .param("reason", reason.isEmpty() ? null : reason)
                        .param("compared", reason)
                        .param("id", id)
                        .update()
                == 1;
    }

    /**
     * A prescriber who selects, signs and opens the chart again sees three cards. One line in the queue is enough, unless the
     * earlier card was more urgent, was answered, or somebody has it in hand.
     */
    private void supersedeEarlier(Line card) {
        if (card.patient().isPresent()) {
            earlier(card).stream()
                    .filter(old -> Line.place(old.indicator(), card.at()) >= card.place())
                    .forEach(old -> supersede(old, card));
        }
    }

    private List<Line> earlier(Line card) {
        return database.jdbc()
                .sql(EARLIER)
                .param(card.patient().orElseThrow())
                .param(card.tenant())
                .param(card.drug())
                .param(card.id())
                .param(card.at().atOffset(ZoneOffset.UTC))
                .query((row, number) -> Line.read(row))
                .list();
    }

    private void supersede(Line old, Line by) {
        if (Desk.advance(database, old.id(), old.version(), Standing.SUPERSEDED, Optional.empty())) {
            Act act = new Act(
                    Action.SUPERSEDE, Optional.empty(), Optional.of(by.id().toString()));
            Desk.write(database, old.id(), old.version() + 1, clock.instant(), Entry.SYSTEM, act);
        }
    }
}
