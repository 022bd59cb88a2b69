package org.pmlguard.bench.growth;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.pmlguard.bench.growth.Curve.Point;
import org.pmlguard.bench.steady.Durable;

/** What a decision costs a server whose ledger holds many already: the call, its card and its rows in an H2 file. */
final class LedgerGrowth {

    private static final String UUID = "cast('%s0000000-0000-4000-8000-' || lpad(cast(n as varchar), 12, '0') as uuid)";

    /** Of each table that a decision writes to, with values like real ones; n counts. */
    private static final List<String> ROWS = List.of(
            "insert into decision select D, AT, 'trial', 'pml-order-sign', 'order-sign', null, 'p' || n, null,"
                    + " 'critical', '1.0.0', 'x', '[]', 1, 1, 1 from ",
            "insert into ordered_drug select D, 0, 'MedicationRequest/o' || n, 'natalizumab', 'code', 'concern',"
                    + " 'critical', '', null, '[]', null from ",
            "insert into finding select D, 0, 0, 'PML-019', '1', 'critical', 'B', false, '[]', null, null from ",
            "insert into card select C, D, 0, 'trial', 'p' || n, 'natalizumab', 'critical', 'Month 30, case ' || n,"
                    + " '', '[]', '[]', '{}', null from ");

    private final Path jar;

    LedgerGrowth(Path jar) {
        this.jar = jar;
    }

    Curve curve(List<Integer> rows) throws IOException {
        Path directory = jar.resolveSibling("growth");
        List<Point> points = new ArrayList<>();
        int filled = 0;
        Durable.begun(jar, directory);
        for (int wanted : rows) {
            fill(directory, filled, wanted);
            filled = wanted;
            points.add(
                    new Point(wanted, Durable.micros(jar, directory, Duration.ofSeconds(15), Duration.ofSeconds(8))));
            System.out.printf("ledger %,d: %,.1f us%n", wanted, points.getLast().micros());
        }
        return new Curve(
                "ledger",
                "The number of decisions in the ledger: CPU of the server for a watched call",
                "decisions in the ledger",
                points);
    }

    private static void fill(Path directory, int from, int to) throws IOException {
        String url = "jdbc:h2:file:" + directory.resolve("ledger") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE";
        try (Connection ledger = DriverManager.getConnection(url, "", "");
                Statement statement = ledger.createStatement()) {
            for (String insert : ROWS) {
                statement.execute(insert.replace(
                                        "AT",
                                        "timestamp with time zone '2026-11-01 10:00:00+00' - n * interval '1' second")
                                .replace(" D,", " " + UUID.formatted("d") + ",")
                                .replace(" C,", " " + UUID.formatted("c") + ",")
                        + "(select x as n from system_range(%d, %d))".formatted(from + 1, to));
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
