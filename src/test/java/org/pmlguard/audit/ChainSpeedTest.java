package org.pmlguard.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long it takes to seal and to check many decisions. Prints what it measured. */
@Tag("proof")
class ChainSpeedTest {

    private static final int DECISIONS = Integer.getInteger("chain.decisions", 50_000);
    private static final int AT_ONCE = 200;

    @TempDir
    private Path folder;

    @Test
    void onH2() {
        try (AuditedLedger ledger = new AuditedLedger("jdbc:h2:file:" + folder.resolve("ledger"), "")) {
            measure(ledger, "H2", "system_range(1, " + DECISIONS + ") as numbers(n)");
        }
    }

    @Test
    void onPostgres() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                AuditedLedger ledger = new AuditedLedger(server.getJdbcUrl("postgres", "postgres"), "postgres")) {
            measure(ledger, "PostgreSQL", "generate_series(1, " + DECISIONS + ") as numbers(n)");
        }
    }

    private static void measure(AuditedLedger ledger, String name, String numbers) {
        String id = "cast('d0000000-0000-4000-8000-' || lpad(cast(n as varchar), 12, '0') as uuid)";
        String at = "timestamp with time zone '2026-11-21 09:59:00+00' - n * interval '1' second";
        String facts =
                "'" + "[{\"name\":\"jcv-index\",\"label\":\"JCV antibody index\",\"value\":\"2.1\"}]".repeat(3) + "'";
        ledger.database.committed(() -> ledger.write("insert into decision select " + id + ", " + at
                + ", 't', 'pml-order-sign', 'order-sign', null, 'p' || n, null, 'critical', '1', 'x', '[]', 1, 1, 1 from "
                + numbers));
        ledger.database.committed(() -> ledger.write(
                "insert into ordered_drug select " + id + ", 0, 'r', 'natalizumab', 'code', 'concern', 'critical', '', "
                        + facts + ", '[]', null from " + numbers));
        ledger.database.committed(() -> ledger.write("insert into finding select " + id
                + ", 0, 0, 'PML-019', '1', 'critical', 'B', false, " + facts + ", null, null from " + numbers));
        ledger.database.committed(() -> ledger.write("insert into card select " + id + ", " + id
                + ", 0, 't', 'p' || n, 'natalizumab', 'critical', 'Month 30', " + facts
                + ", '[]', '[]', '{}', null from "
                + numbers));
        ledger.write("analyze");
        long begin = System.nanoTime();
        int sealed = 0;
        List<UUID> found = ledger.sealer.missing(Kind.DECISION, Instant.EPOCH, 10_000);
        while (!found.isEmpty()) {
            for (int from = 0; from < found.size(); from += AT_ONCE) {
                sealed += ledger.sealer.seal(
                        Kind.DECISION, Set.copyOf(found.subList(from, Math.min(found.size(), from + AT_ONCE))));
            }
            found = ledger.sealer.missing(Kind.DECISION, Instant.EPOCH, 10_000);
        }
        double sealing = (System.nanoTime() - begin) / 1e9;
        begin = System.nanoTime();
        Verdict verdict = ledger.verdict();
        double checking = (System.nanoTime() - begin) / 1e9;
        System.out.printf(
                "%s: %,d decisions sealed in %.1f s (%,.0f a second), checked in %.1f s (%,.0f a second)%n",
                name, sealed, sealing, sealed / sealing, checking, sealed / checking);
        assertThat(sealed).isEqualTo(DECISIONS);
        assertThat(verdict.isIntact()).isTrue();
        assertThat(sealed / checking).isGreaterThan(1_000);
    }
}
