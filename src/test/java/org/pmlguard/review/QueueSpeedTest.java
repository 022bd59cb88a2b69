package org.pmlguard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long the queue takes with 100,000 cases: whole pages over HTTP, each filter, and far down. Prints what it measured. */
@Tag("proof")
abstract class QueueSpeedTest extends DeskServer {

    private static final int CASES = Integer.getInteger("desk.cases", 100_000);
    private static final int ROUNDS = Integer.getInteger("desk.rounds", 100);

    private static final List<String> PAGES = List.of(
            "/review",
            "/review?indicator=critical",
            "/review?drug=natalizumab",
            "/review?answer=overridden",
            "/review?tenant=t3",
            "/review?status=closed",
            "/review?status=mine",
            "/review?status=all&drug=natalizumab&answer=overridden&tenant=t0",
            "FAR");

    /** A table of whole numbers from 1, as the database writes it. */
    abstract String numbers(int most);

    /** Turns a number into a UUID. */
    private static String uuid(String prefix) {
        return "cast('" + prefix + "0000000-0000-4000-8000-' || lpad(cast(n as varchar), 12, '0') as uuid)";
    }

    private void fill() {
        String tenant = "'t' || mod(n, 10)";
        String drug = "case mod(n, 5) when 0 then 'natalizumab' when 1 then 'rituximab' when 2 then 'fingolimod'"
                + " when 3 then 'dimethyl-fumarate' else 'ocrelizumab' end";
        String indicator = "case when mod(n, 20) = 0 then 'critical' when mod(n, 3) = 0 then 'info' else 'warning' end";
        String at = "timestamp with time zone '2026-11-21 10:00:00+00' - n * interval '1' minute";
        write("insert into decision select " + uuid("d") + ", " + at + ", " + tenant + ", 'pml-order-sign',"
                + " 'order-sign', null, 'p' || n, null, " + indicator + ", '1.0.0', 'x', '[]', 1, 1, 1 from ");
        write("insert into card select " + uuid("c") + ", " + uuid("d") + ", 0, " + tenant + ", 'p' || n, " + drug
                + ", " + indicator + ", 'Month 30, JCV index 2.1: high PML risk, case ' || n, '', '[]', '[]', '{}',"
                + " null from ");
        write("insert into review_case select " + uuid("c") + ", " + uuid("d") + ", " + tenant + ", 'p' || n, " + drug
                + ", " + indicator + ", 'Month 30, JCV index 2.1: high PML risk, case ' || n, " + at + ","
                + " case when mod(n, 20) = 0 then 0 when mod(n, 3) = 0 then 2 else 1 end * 10000000000000000 + 8000000000000000 + n,"
                + " case when mod(n, 4) = 3 then 'closed' when mod(n, 50) = 1 then 'taken' else 'open' end,"
                + " mod(n, 4) <> 3, case when mod(n, 50) = 1 then 'ada' end,"
                + " case when mod(n, 10) = 0 then 'overridden' else 'none' end, null, 0 from ");
        write("insert into ordered_drug select " + uuid("d") + ", 0, 'MedicationRequest/o' || n, " + drug
                + ", 'code', 'concern', " + indicator + ", '', null, '[]', null from ");
        write("insert into finding select " + uuid("d")
                + ", 0, 0, case when mod(n, 1000) = 0 then 'PML-777' else 'PML-019' end,"
                + " '1', 'info', 'B', false, '[]', null, null from ");
        write("insert into review_event select " + uuid("c") + ", 1, " + at + ", 'ada', 'note', null,"
                + " 'Rang the ward about case number ' || n from ");
    }

    /** What is looked for: a patient, an order, a word of a note, a rule that is everywhere, one that is seldom, nothing. */
    private static final List<String> SEARCHES =
            List.of("p4711", "MedicationRequest/o4711", "case number 4711", "PML-019", "PML-777", "not to be found");

    @Test
    void aSearchComesInTime() {
        if (ledger.database()
                        .jdbc()
                        .sql("select count(*) from review_case")
                        .query(Long.class)
                        .single()
                < CASES) {
            fill();
        }
        Browser ada = loggedIn("ada");
        for (String asked : SEARCHES) {
            long[] micros = measure(() -> ada.post("/review/search", Map.of("asked", asked)));
            System.out.printf(
                    "search %-55s p50 %6.1f ms  p95 %6.1f ms  max %6.1f ms%n",
                    asked, micros[ROUNDS / 2] / 1e3, micros[ROUNDS * 95 / 100] / 1e3, micros[ROUNDS - 1] / 1e3);
            assertThat(micros[ROUNDS * 95 / 100]).as("p95 of " + asked).isLessThan(1_500_000);
        }
    }

    private void write(String sql) {
        ledger.database()
                .committed(
                        () -> ledger.database().jdbc().sql(sql + numbers(CASES)).update());
        ledger.database().jdbc().sql("analyze").update();
    }

    @Test
    void aPageOfTheQueueComesInTime() {
        if (ledger.database()
                        .jdbc()
                        .sql("select count(*) from review_case")
                        .query(Long.class)
                        .single()
                < CASES) {
            fill();
        }
        Browser ada = loggedIn("ada");
        String far = "/review?after=" + farDown();
        System.out.printf(
                "queue with %,d cases, %s, %d processors%n",
                CASES, getClass().getSimpleName(), Runtime.getRuntime().availableProcessors());
        for (String page : PAGES) {
            String path = page.equals("FAR") ? far : page;
            assertThat(ada.get(path).body()).contains("PML risk, case");
            long[] micros = measure(() -> ada.get(path));
            System.out.printf(
                    "%-62s p50 %6.1f ms  p95 %6.1f ms  max %6.1f ms%n",
                    page, micros[ROUNDS / 2] / 1e3, micros[ROUNDS * 95 / 100] / 1e3, micros[ROUNDS - 1] / 1e3);
            assertThat(micros[ROUNDS * 95 / 100]).as("p95 of " + page).isLessThan(200_000);
        }
    }

    private long[] measure(Supplier<HttpResponse<String>> asking) {
        for (int warm = 0; warm < 10; warm++) {
            assertThat(asking.get().statusCode()).isEqualTo(200);
        }
        long[] micros = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            assertThat(asking.get().statusCode()).isEqualTo(200);
            micros[round] = (System.nanoTime() - begin) / 1_000;
        }
        Arrays.sort(micros);
        return micros;
    }

    private String farDown() {
        return ledger.database()
                .jdbc()
                .sql("select place, id from review_case where is_waiting = true order by place desc, id desc"
                        + " fetch first 100 rows only")
                .query((row, number) -> row.getLong("place") + "_" + row.getString("id"))
                .list()
                .getLast();
    }
}
