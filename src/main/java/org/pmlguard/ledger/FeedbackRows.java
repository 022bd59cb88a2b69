package org.pmlguard.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pmlguard.cdshooks.Coding;

/** Writes feedback to the card it is about, or apart where there is no such card of its tenant. */
final class FeedbackRows {

    private final Database database;

    FeedbackRows(Database database) {
        this.database = database;
    }

    /** The card that feedback is about. */
    private record Target(
            UUID uuid,
            UUID decision,
            String tenant,
            @Nullable String patient,
            @Nullable String drug) {}

    /** Whether it is new and about a card of its tenant. */
    boolean write(ReceivedFeedback received) {
        Optional<Target> target = card(received.feedback().card()).flatMap(this::target);
        if (target.isEmpty()) {
            stray(received, "unknown-card");
            return false;
        }
        if (!target.get().tenant().equals(received.tenant())) {
            stray(received, "other-tenant");
            return false;
        }
        return insert(Sql.FEEDBACK, known(received, target.get()));
    }

    private static Optional<UUID> card(String asSent) {
        try {
            return Optional.of(UUID.fromString(asSent.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Target> target(UUID card) {
        return database.jdbc()
                .sql("select uuid, decision, tenant, patient, drug from card where uuid = ?")
                .param(card)
                .query((row, number) -> new Target(
                        row.getObject("uuid", UUID.class),
                        row.getObject("decision", UUID.class),
                        row.getString("tenant"),
                        row.getString("patient"),
                        row.getString("drug")))
                .optional();
    }

    private void stray(ReceivedFeedback received, String standing) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(UUID.randomUUID());
        row.add(received.digest());
        row.add(standing);
        row.add(Kept.text(received.feedback().card(), Kept.NAME));
        row.add(received.tenant());
        row.add(received.service());
        addEvent(row, received);
        insert(Sql.STRAY_FEEDBACK, row);
    }

    private static List<@Nullable Object> known(ReceivedFeedback received, Target target) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(UUID.randomUUID());
        row.add(received.digest());
        row.add(target.uuid());
        row.add(target.decision());
        row.add(received.tenant());
        row.add(received.service());
        row.add(target.patient());
        row.add(target.drug());
        addEvent(row, received);
        return row;
    }

    private static void addEvent(List<@Nullable Object> row, ReceivedFeedback received) {
        row.add(received.outcome());
        row.add(Kept.json(received.suggestions()));
        row.add(Kept.text(received.reason().map(Coding::system), Kept.REFERENCE));
        row.add(Kept.text(received.reason().map(Coding::code), Kept.NAME));
        row.add(Kept.text(received.reason().flatMap(Coding::display), Kept.REFERENCE));
        row.add(Kept.text(received.comment(), Kept.COMMENT));
        row.add(Kept.time(received.feedback().outcomeTimestamp()));
        row.add(Kept.time(received.at()));
    }

    private boolean insert(String sql, List<@Nullable Object> row) {
        return database.rows().update(sql, row.toArray()) > 0;
    }
}
