package org.pmlguard.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.ledger.Database;

/** The accesses, in the database. */
final class AccessLog {

    private final Database database;

    AccessLog(Database database) {
        this.database = database;
    }

    void write(Access access) {
        database.committed(() -> database.jdbc()
                .sql(
                        "insert into audit_access (id, happened_at, staff, deed, outcome, tenant, patient, case_id, about,"
                                + " address) values (:id, :at, :staff, :deed, :outcome, :tenant, :patient, :case, :about, :address)")
                .param("id", access.id())
                .param("at", access.at().atOffset(ZoneOffset.UTC))
                .param("staff", access.staff())
                .param("deed", access.deed().code())
                .param("outcome", access.isDone() ? "done" : "refused")
                .param("tenant", access.tenant().orElse(null))
                .param("patient", access.patient().orElse(null))
                .param("case", access.caseId().orElse(null))
                .param("about", access.about())
                .param("address", access.address().orElse(null))
                .update());
    }

    /** Before a moment, the latest first. */
    List<Access> before(Instant moment, int most) {
        return database.jdbc()
                .sql("select * from audit_access where happened_at < ? order by happened_at desc, id fetch first "
                        + most + " rows only")
                .param(moment.atOffset(ZoneOffset.UTC))
                .query((row, number) -> access(row))
                .list();
    }

    /** From one moment until before another, the earliest first. */
    List<Access> between(Instant from, Instant until, int most) {
        return database.jdbc()
                .sql("select * from audit_access where happened_at >= ? and happened_at < ? order by happened_at, id"
                        + " fetch first " + most + " rows only")
                .params(from.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> access(row))
                .list();
    }

    int forget(Instant before) {
        return database.jdbc()
                .sql("delete from audit_access where happened_at < ?")
                .param(before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Access access(ResultSet row) throws SQLException {
        return new Access(
                row.getObject("id", UUID.class),
                Sealer.instant(row, "happened_at").orElseThrow(),
                row.getString("staff"),
                Deed.of(row.getString("deed")),
                row.getString("outcome").equals("done"),
                Optional.ofNullable(row.getString("tenant")),
                Optional.ofNullable(row.getString("patient")),
                Optional.ofNullable(row.getObject("case_id", UUID.class)),
                row.getString("about"),
                Optional.ofNullable(row.getString("address")));
    }
}
