package org.pmlguard.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.pmlguard.ledger.Database;

/** The SHA-256 of what entries hold, the same from both databases. */
final class Contents {

    private static final int OWN = 2;

    private final Database database;

    Contents(Database database) {
        this.database = database;
    }

    /** Of all entries of a kind that have one of these ids. What does not exist is not in it. */
    Map<Subject, String> of(Kind kind, Collection<UUID> ids) {
        Map<Subject, StringBuilder> texts = new HashMap<>();
        kind.parts().forEach(part -> read(kind, part, ids, texts));
        Map<Subject, String> hashes = new HashMap<>();
        texts.forEach(
                (subject, text) -> hashes.put(subject, Sha.of(text.toString().getBytes(StandardCharsets.UTF_8))));
        return hashes;
    }

    private void read(Kind kind, Kind.Part part, Collection<UUID> ids, Map<Subject, StringBuilder> texts) {
        database.jdbc()
                .sql("select " + part.key() + " as sealed_key, " + part.part() + " as sealed_part, " + part.columns()
                        + " from " + part.table() + " where " + part.key() + " in (:ids) order by " + part.key() + ", "
                        + part.sequence())
                .param("ids", ids)
                .query(row -> {
                    Subject subject =
                            new Subject(kind, row.getObject("sealed_key", UUID.class), row.getInt("sealed_part"));
                    write(
                            row,
                            texts.computeIfAbsent(subject, one -> new StringBuilder())
                                    .append(part.table())
                                    .append('\n'));
                });
    }

    /** Each column with its length, so that no two rows are written the same way. */
    private static void write(ResultSet row, StringBuilder text) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        for (int at = OWN + 1; at <= columns.getColumnCount(); at++) {
            String name = columns.getColumnLabel(at);
            Object value = name.endsWith("_at") || name.equals("began_before")
                    ? row.getObject(at, OffsetDateTime.class)
                    : row.getObject(at);
            String said =
                    value instanceof OffsetDateTime time ? time.toInstant().toString() : String.valueOf(value);
            text.append(name)
                    .append(value == null ? "-" : "=" + said.length() + ":" + said)
                    .append('\n');
        }
    }
}
