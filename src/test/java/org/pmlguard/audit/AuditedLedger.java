package org.pmlguard.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pmlguard.ledger.CommandLedger;
import org.pmlguard.ledger.Database;

/** A ledger with decisions that an audit seals. */
final class AuditedLedger implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String KEY = "a key of thirty-two characters, at least";

    private final CommandLedger ledger;
    final Database database;
    final Sealer sealer;

    AuditedLedger(String url, String username) {
        this.ledger = CommandLedger.open(
                new String[] {"test", "--pmlguard.ledger.url=" + url, "--pmlguard.ledger.username=" + username});
        this.database = ledger.database();
        this.sealer = new Sealer(database, new Sha(KEY), CLOCK);
    }

    /** A decision with a drug, a finding, a card, feedback on it and a line of its case's trail; all sealed. */
    UUID sealed(Instant at) {
        UUID id = written(at);
        sealer.seal(Kind.DECISION, Set.of(id));
        sealer.seal(Kind.FEEDBACK, Set.of(id));
        sealer.seal(Kind.REVIEW, Set.of(id));
        return id;
    }

    List<UUID> sealed(int many) {
        List<UUID> ids = new ArrayList<>();
        for (int one = 0; one < many; one++) {
            ids.add(sealed(NOW.minusSeconds(60L * (many - one))));
        }
        return ids;
    }

    /** The card and the feedback have the id of their decision. */
    UUID written(Instant at) {
        UUID id = UUID.randomUUID();
        String time = "timestamp with time zone '" + at + "'";
        String key = "cast('" + id + "' as uuid)";
        database.committed(() -> {
            write("insert into decision values (" + key + ", " + time + ", 'st-elsewhere', 'pml-order-sign',"
                    + " 'order-sign', 'i', 'nora', 'Practitioner/7', 'critical', '1.0.0', 'abc', '[]', 1, 2, 3)");
            write("insert into ordered_drug values (" + key + ", 0, 'MedicationRequest/1', 'natalizumab', 'code',"
                    + " 'concern', 'critical', 's', '{}', '[]', null)");
            write("insert into finding values (" + key
                    + ", 0, 0, 'PML-019', '1', 'critical', 'B', false, '[]', null, null)");
            write("insert into card values (" + key + ", " + key + ", 0, 'st-elsewhere', 'nora', 'natalizumab',"
                    + " 'critical', 'Month 30', 'Detail', '[]', '[]', '{}', null)");
            write("insert into feedback values (" + key + ", '" + id + "', " + key + ", " + key + ", 'st-elsewhere',"
                    + " 'pml-order-sign', 'nora', 'natalizumab', 'overridden', '[]', 'sys', 'code', 'Words', 'Comment', "
                    + time + ", " + time + ")");
            write("insert into review_case (id, decision, tenant, patient, drug, indicator, summary, decided_at, place,"
                    + " standing, is_waiting, answer, version) values (" + key + ", " + key
                    + ", 'st-elsewhere', 'nora',"
                    + " 'natalizumab', 'critical', 'Month 30', " + time + ", 1, 'open', true, 'none', 1)");
            write("insert into review_event values (" + key + ", 1, " + time + ", 'ada', 'note', null, 'Rang')");
            return 0;
        });
        return id;
    }

    int write(String sql) {
        return database.jdbc().sql(sql).update();
    }

    Verdict verdict() {
        return Verifier.verify(database, new Sha(KEY), CLOCK, java.util.Optional.empty());
    }

    Verdict verdict(String mark) {
        return Verifier.verify(database, new Sha(KEY), CLOCK, java.util.Optional.of(Verifier.Mark.of(mark)));
    }

    /** The end as it would stand in the log. */
    String mark() {
        Sealer.End end = Sealer.end(database);
        return end.number() + ":" + end.seal();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
