package org.pmlguard.audit;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.AuditEvent;
import org.pmlguard.ledger.Database;

/** The audit as FHIR R4 AuditEvents: accesses, decisions, and what was done at the desk, each with its seal. */
public final class AuditExport {

    private static final int MOST_IN_A_DAY = 1_000_000;

    private final Database database;

    AuditExport(Database database) {
        this.database = database;
    }

    /** Writes the events of some days in UTC, both included, day by day; gives how many. */
    public int write(LocalDate from, LocalDate to, Consumer<String> lines) {
        IParser json = FhirContext.forR4Cached().newJsonParser();
        int written = 0;
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            List<AuditEvent> events = events(day);
            events.forEach(event -> lines.accept(json.encodeResourceToString(event)));
            written += events.size();
        }
        return written;
    }

    private List<AuditEvent> events(LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return java.util.stream.Stream.of(accesses(from, until), decisions(from, until), acts(from, until))
                .flatMap(List::stream)
                .toList();
    }

    private List<AuditEvent> accesses(Instant from, Instant until) {
        return new AccessLog(database)
                .between(from, until, MOST_IN_A_DAY).stream()
                        .map(access -> AuditEvents.of(access, seal(access.id())))
                        .toList();
    }

    private Optional<String> seal(UUID access) {
        return database.jdbc()
                .sql("select number, seal from audit_seal where kind = 'access' and subject = ? and part = 0")
                .param(access)
                .query((row, number) -> row.getLong("number") + ":" + row.getString("seal"))
                .optional();
    }

    private List<AuditEvent> decisions(Instant from, Instant until) {
        return between(
                "select d.id, d.decided_at, d.tenant, d.patient, d.prescriber, s.number as sealed, s.seal from decision d"
                        + " left join audit_seal s on s.kind = 'decision' and s.subject = d.id and s.part = 0",
                "d.decided_at",
                from,
                until,
                row -> AuditEvents.ofDecision(
                        row.getObject("id", UUID.class),
                        Sealer.instant(row, "decided_at").orElseThrow(),
                        row.getString("tenant"),
                        Optional.ofNullable(row.getString("patient")),
                        Optional.ofNullable(row.getString("prescriber")),
                        sealed(row)));
    }

    private List<AuditEvent> acts(Instant from, Instant until) {
        return between(
                "select e.case_id, e.number, e.happened_at, e.staff, e.action, c.tenant, c.patient, s.number as sealed,"
                        + " s.seal from review_event e join review_case c on c.id = e.case_id"
                        + " left join audit_seal s on s.kind = 'review' and s.subject = e.case_id and s.part = e.number",
                "e.happened_at",
                from,
                until,
                row -> AuditEvents.ofAct(
                        row.getObject("case_id", UUID.class),
                        Sealer.instant(row, "happened_at").orElseThrow(),
                        row.getString("staff"),
                        row.getString("action"),
                        Optional.ofNullable(row.getString("patient")),
                        sealed(row)));
    }

    private interface Reader {
        AuditEvent read(ResultSet row) throws SQLException;
    }

    private List<AuditEvent> between(String select, String time, Instant from, Instant until, Reader reader) {
        return database.jdbc()
                .sql(select + " where " + time + " >= :from and " + time + " < :until order by " + time)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query((row, number) -> reader.read(row))
                .list();
    }

    private static Optional<String> sealed(ResultSet row) throws SQLException {
        long number = row.getLong("sealed");
        return row.wasNull() ? Optional.empty() : Optional.of(number + ":" + row.getString("seal"));
    }
}
