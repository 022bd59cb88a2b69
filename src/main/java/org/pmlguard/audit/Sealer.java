package org.pmlguard.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.audit.Sha.Link;
import org.pmlguard.ledger.Database;

/**
 * Appends to the chain. It runs after what it seals is committed, so that no answer waits for it. Whoever appends holds the row
 * of the chain's end, so replicas take turns and there is one order.
 */
final class Sealer {

    private static final String INSERT =
            "insert into audit_seal (number, kind, subject, part, happened_at, began_at, tenant, content, previous, seal,"
                    + " sealed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final Sha sha;
    private final Clock clock;
    private final Contents contents;

    Sealer(Database database, Sha sha, Clock clock) {
        this.database = database;
        this.sha = sha;
        this.clock = clock;
        this.contents = new Contents(database);
    }

    /** The end of the chain. */
    record End(long number, String seal, Optional<Instant> searched) {}

    /** An entry without a seal. */
    private record Open(Subject subject, Instant happened, Instant began, Optional<String> tenant) {}

    static End end(Database database) {
        return read(database, "");
    }

    private static End read(Database database, String how) {
        return database.jdbc()
                .sql("select number, seal, searched_at from audit_chain where id = 1" + how)
                .query((row, number) ->
                        new End(row.getLong("number"), row.getString("seal"), instant(row, "searched_at")))
                .single();
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** Seals every entry of a kind that belongs to these roots and has no seal yet; gives how many. */
    int seal(Kind kind, Collection<UUID> roots) {
        return database.unforced(() -> {
            End end = read(database, " for update");
            List<Open> open = open(kind, roots);
            if (!open.isEmpty()) {
                append(kind, end, open);
            }
            return open.size();
        });
    }

    private List<Open> open(Kind kind, Collection<UUID> roots) {
        Kind.From from = kind.from();
        return database.jdbc()
                .sql("select " + from.key() + " as k, " + from.part() + " as p, " + from.happened() + " as h, "
                        + from.began() + " as b, " + from.tenant() + " as o from " + from.tables()
                        + " left join audit_seal s on s.kind = :kind and s.subject = " + from.key() + " and s.part = "
                        + from.part() + " where " + from.root()
                        + " = any(:roots) and s.number is null order by h, k, p")
                .param("kind", kind.code())
                .param("roots", Database.ids(roots))
                .query((row, number) -> new Open(
                        new Subject(kind, row.getObject("k", UUID.class), row.getInt("p")),
                        instant(row, "h").orElseThrow(),
                        instant(row, "b").orElseThrow(),
                        Optional.ofNullable(row.getString("o"))))
                .list();
    }

    private void append(Kind kind, End end, List<Open> open) {
        Map<Subject, String> hashes = contents.of(
                kind, open.stream().map(one -> one.subject().id()).distinct().toList());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Object[]> rows = new ArrayList<>();
        End last = end;
        for (Open one : open) {
            Link link = new Link(
                    last.number() + 1,
                    one.subject(),
                    one.happened(),
                    one.began(),
                    one.tenant().orElse(""),
                    Objects.requireNonNull(hashes.get(one.subject())),
                    last.seal(),
                    now);
            last = new End(link.number(), sha.seal(link), end.searched());
            rows.add(row(link, one, last.seal()));
        }
        database.rows().batchUpdate(INSERT, rows);
        database.jdbc()
                .sql("update audit_chain set number = :number, seal = :seal where id = 1")
                .param("number", last.number())
                .param("seal", last.seal())
                .update();
    }

    @SuppressWarnings("NullAway") // Spring's batches take plain arrays
    private static Object[] row(Link link, Open open, String seal) {
        return new Object[] {
            link.number(),
            link.subject().kind().code(),
            link.subject().id(),
            link.subject().part(),
            link.happened().atOffset(ZoneOffset.UTC),
            link.began().atOffset(ZoneOffset.UTC),
            open.tenant().orElse(null),
            link.content(),
            link.previous(),
            seal,
            link.sealed().atOffset(ZoneOffset.UTC)
        };
    }

    /** Roots of entries since a moment that have no seal. */
    List<UUID> missing(Kind kind, Instant since, int most) {
        Kind.From from = kind.from();
        return database.jdbc()
                .sql("select " + from.root() + " as r from " + from.tables()
                        + " left join audit_seal s on s.kind = :kind and s.subject = " + from.key() + " and s.part = "
                        + from.part() + " where " + from.happened() + " >= :since and s.number is null order by "
                        + from.happened() + " fetch first " + most + " rows only")
                .param("kind", kind.code())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("r", UUID.class))
                .list();
    }

    void searched(Instant at) {
        database.jdbc()
                .sql("update audit_chain set searched_at = :at where id = 1")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
