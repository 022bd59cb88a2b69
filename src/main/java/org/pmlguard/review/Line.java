package org.pmlguard.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.audit.Audit;

/**
 * A case as a line of the queue.
 *
 * @param id the card's
 * @param drug its id; empty for the card that says what could not be checked
 * @param place where it stands in the queue, smallest first
 * @param answer what the prescriber did with the card: {@code none}, {@code accepted} or {@code overridden}
 * @param reason the prescriber's
 * @param version one higher with each entry of the audit trail
 */
record Line(
        UUID id,
        UUID decision,
        String tenant,
        Optional<String> patient,
        String drug,
        String indicator,
        String summary,
        Instant at,
        long place,
        Standing standing,
        Optional<String> assignee,
        String answer,
        Optional<String> reason,
        int version) {

    private static final long WIDTH = 10_000_000_000_000_000L;

    /** The place of a card shown then: urgency first, the latest first in each. */
    static long place(String indicator, Instant at) {
        long rank = switch (indicator) {
            case "critical" -> 0;
            case "warning" -> 1;
            default -> 2;
        };
        long micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        return rank * WIDTH + (WIDTH - micros);
    }

    static Line read(ResultSet row) throws SQLException {
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("decision", UUID.class),
                row.getString("tenant"),
                Optional.ofNullable(row.getString("patient")),
                row.getString("drug"),
                row.getString("indicator"),
                row.getString("summary"),
                time(row, "decided_at"),
                row.getLong("place"),
                Standing.of(row.getString("standing")),
                Optional.ofNullable(row.getString("assignee")),
                row.getString("answer"),
                Optional.ofNullable(row.getString("reason")),
                row.getInt("version"));
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, OffsetDateTime.class))
                .toInstant();
    }

    public boolean isWaiting() {
        return standing.isWaiting();
    }

    /** As the audit names it. */
    Audit.OfCase ofCase() {
        return new Audit.OfCase(id, tenant, patient);
    }

    /** Where it stands, in words. */
    public String status() {
        return assignee.filter(name -> standing == Standing.TAKEN)
                .map(name -> "taken by " + name)
                .orElse(standing.code());
    }

    @Override
    public String toString() {
        return "Line[" + id + "]";
    }
}
