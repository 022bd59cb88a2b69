package org.pmlguard.bench;

import java.util.List;
import java.util.OptionalDouble;

/** What this server is meant to reach on two cores. Rates are held against the floor of the same run, since machines differ. */
final class Budgets {

    /** `hapi-fhir-server-cds-hooks`, which reads a 20 kB call into HAPI's model: 1,087 a second where the floor did 46,895. */
    private static final double READ_INTO_A_MODEL = 1_087.0 / 46_895;

    /** 800 requests of 160 kB a second where the floor does 40,000 of 20 kB. */
    private static final double LARGE = 800.0 / 40_000;

    private static final Row.What NOT_OURS = what(20, Case.NOT_OURS, Groups.DURABLE);
    private static final Row.What IN_MEMORY = what(20, Case.WATCHED, Groups.IN_MEMORY);
    private static final Row.What DURABLE = what(20, Case.WATCHED, Groups.DURABLE);
    private static final Row.What ON_POSTGRES = what(20, Case.WATCHED, Groups.ON_POSTGRES);
    private static final Row.What LARGE_ONE = what(160, Case.WATCHED, Groups.DURABLE);
    private static final Row.What PACED = what(160, Case.WATCHED, Groups.DURABLE + Groups.PACED);

    private Budgets() {}

    static List<Verdict> verdicts(Table t) {
        return List.of(
                Verdict.atLeast(
                        "core",
                        "20 kB, a drug that is not ours: at least 0.45 of the floor's requests a second",
                        0.45,
                        t.share("core", NOT_OURS, 20),
                        "%.2f"),
                Verdict.atLeast(
                        "core",
                        "20 kB, a watched drug, ledger in memory: at least 0.30 of the floor",
                        0.30,
                        t.share("core", IN_MEMORY, 20),
                        "%.2f"),
                Verdict.atLeast(
                        "core",
                        "the same: at least 10 times a server that reads every call into HAPI's model"
                                + " (0.023 of the floor when it was measured)",
                        10,
                        times(t.share("core", IN_MEMORY, 20), 1 / READ_INTO_A_MODEL),
                        "%.1f times"),
                Verdict.atMost(
                        "core",
                        "the same: at most 150 us of CPU",
                        150,
                        t.median("core", IN_MEMORY, Measure.CPU),
                        "%.0f us"),
                Verdict.atLeast(
                        "core",
                        "160 kB, a watched drug: at least 800 a second where the floor does 40,000 of 20 kB, which is 0.020 of it",
                        LARGE,
                        t.share("core", LARGE_ONE, 20),
                        "%.3f"),
                Verdict.below(
                        "core",
                        "160 kB, 400 a second on 16 connections: p99 below 50 ms",
                        50,
                        t.median("core", PACED, Measure.P99),
                        "%.1f ms"),
                Verdict.below(
                        "core",
                        "resident memory after the load, heap of 256 MB: below 400 MB",
                        400,
                        t.median("core", what(2, Case.NOT_OURS, Groups.DURABLE), Measure.RESIDENT),
                        "%.0f MB"),
                Verdict.atLeast(
                        "ledger",
                        "20 kB, a watched drug, ledger in an H2 file: at least 0.06 of the floor",
                        0.06,
                        t.share("ledger", DURABLE, 20),
                        "%.3f"),
                Verdict.atLeast("ledger", "the same on PostgreSQL", 0.06, t.share("ledger", ON_POSTGRES, 20), "%.3f"),
                Verdict.below(
                        "start",
                        "from the command to the first card, `java -jar`: below 2.0 s on an idle machine",
                        2.0,
                        t.median("start", what(20, StartTimes.REQUEST, StartTimes.JAR), Measure.FIRST_CARD),
                        "%.2f s"),
                Verdict.below(
                        "start",
                        "the same, as in the image with its AOT cache: below 1.0 s",
                        1.0,
                        t.median("start", what(20, StartTimes.REQUEST, StartTimes.IMAGE), Measure.FIRST_CARD),
                        "%.2f s"));
    }

    private static Row.What what(int kilobytes, String request, String server) {
        return new Row.What(kilobytes, request, server);
    }

    private static OptionalDouble times(OptionalDouble number, double factor) {
        return number.isPresent() ? OptionalDouble.of(number.getAsDouble() * factor) : number;
    }
}
