package org.pmlguard.audit;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.pmlguard.ledger.Database;

/** The SHA-256 of what entries hold, the same from both databases. */
final class Contents {

    private static final int KEY = 1;
    private static final int PART = 2;

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
                        + " from " + part.table() + " where " + part.key() + " = any(:ids) order by " + part.key()
                        + ", "
                        + part.sequence())
                .param("ids", Database.ids(ids))
                .query(rows -> {
                    Columns columns = Columns.of(rows.getMetaData());
                    while (rows.next()) {
                        Subject subject = new Subject(kind, rows.getObject(KEY, UUID.class), rows.getInt(PART));
                        columns.write(
                                rows,
                                texts.computeIfAbsent(subject, one -> new StringBuilder())
                                        .append(part.table())
                                        .append('\n'));
                    }
                    return texts.size();
                });
    }

    /** The columns of a part, asked for once and not with each row. */
    private record Columns(List<String> names) {

        static Columns of(ResultSetMetaData all) throws SQLException {
            List<String> names = new ArrayList<>();
            for (int at = PART + 1; at <= all.getColumnCount(); at++) {
                names.add(all.getColumnLabel(at));
            }
            return new Columns(names);
        }

        /** Each column with its length, so that no two rows are written the same way. */
        void write(ResultSet row, StringBuilder text) throws SQLException {
            for (int n = 0; n < names.size(); n++) {
                Object value = value(row, n);
                text.append(names.get(n));
                if (value == null) {
                    text.append('-');
                } else {
                    String said = value instanceof OffsetDateTime time
                            ? time.toInstant().toString()
                            : value.toString();
                    text.append('=').append(said.length()).append(':').append(said);
                }
                text.append('\n');
            }
        }

        private @Nullable Object value(ResultSet row, int n) throws SQLException {
            String name = names.get(n);
            return name.endsWith("_at") || name.equals("began_before")
                    ? row.getObject(PART + 1 + n, OffsetDateTime.class)
                    : row.getObject(PART + 1 + n);
        }
    }
}
