package org.pmlguard.ledger;

import java.util.ArrayList;
import java.util.List;
import org.pmlguard.ledger.LedgerEvent.DecisionRecorded;
import org.pmlguard.ledger.LedgerEvent.FeedbackRecorded;

/** Writes many entries in one commit. */
final class Batch {

    private final Database database;
    private final FeedbackRows feedback;

    Batch(Database database) {
        this.database = database;
        this.feedback = new FeedbackRows(database);
    }

    /** Commits all of them, or none and throws. What it returns has happened. */
    List<LedgerEvent> commit(List<Entry> entries) {
        return database.committed(() -> {
            List<LedgerEvent> events = new ArrayList<>();
            decisions(entries, events);
            entries.stream()
                    .filter(Entry.OfFeedback.class::isInstance)
                    .map(Entry.OfFeedback.class::cast)
                    .flatMap(entry -> entry.received().stream())
                    .filter(feedback::write)
                    .forEach(received ->
                            events.add(new FeedbackRecorded(received.feedback().card(), received.tenant())));
            return events;
        });
    }

    /** Table by table, so that a batch is five statements however many decisions it holds. */
    private void decisions(List<Entry> entries, List<LedgerEvent> events) {
        List<DecisionRows> rows = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry instanceof Entry.OfDecision of) {
                Decision decision = of.decision();
                rows.add(DecisionRows.of(decision));
                events.add(new DecisionRecorded(decision.id(), decision.tenant()));
            }
        }
        insert(
                Sql.DECISION,
                rows.stream().flatMap(one -> one.decision().stream()).toList());
        insert(
                Sql.ORDERED_DRUG,
                rows.stream().flatMap(one -> one.orders().stream()).toList());
        insert(
                Sql.FINDING,
                rows.stream().flatMap(one -> one.findings().stream()).toList());
        insert(Sql.CARD, rows.stream().flatMap(one -> one.cards().stream()).toList());
    }

    private void insert(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            database.rows().batchUpdate(sql, rows);
        }
    }
}
