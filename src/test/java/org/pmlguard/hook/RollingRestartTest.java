package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/**
 * Two replicas on one PostgreSQL, each replaced in turn (SIGTERM, by the id of the process we started) under 100 requests a
 * second: none fails, and every feedback that was acknowledged stands in the ledger once. Ports:
 * {@code -Drolling.port=18520}, and the next.
 */
@Tag("proof")
class RollingRestartTest {

    private static final int PORT = Integer.getInteger("rolling.port", 18520);
    private static final Path LOG = Path.of("target", "rolling-server.log");
    private static final long EVERY_NANOS = Duration.ofMillis(10).toNanos();
    private static final String SERVICE = "/cds-services/pml-order-sign";
    private static final String SILENT = Requests.call(
                    "order-sign", "p1", Requests.order("p1", "617993", "amoxicillin"))
            .toString();

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger sent = new AtomicInteger();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();
    private final Set<String> answeredCards = ConcurrentHashMap.newKeySet();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    @Test
    void noRequestFailsAndNoFeedbackIsLostWhileEachReplicaIsReplaced() throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.builder().start()) {
            String url = database.getJdbcUrl("postgres", "postgres");
            List<Integer> ports = List.of(PORT, PORT + 1);
            Process[] replicas = {start(PORT, url), start(PORT + 1, url)};
            try (Balancer balancer = new Balancer(ports)) {
                await(() -> ports.stream().allMatch(balancer::sees));
                Thread load = Thread.ofPlatform().start(() -> send(balancer));
                long begin = System.nanoTime();
                for (int n = 0; n < replicas.length; n++) {
                    int port = ports.get(n);
                    Thread.sleep(Duration.ofSeconds(5));
                    replicas[n].destroy();
                    assertThat(replicas[n].waitFor()).as("ended by SIGTERM").isEqualTo(143);
                    replicas[n] = start(port, url);
                    await(() -> balancer.sees(port));
                }
                Thread.sleep(Duration.ofSeconds(5));
                double seconds = (System.nanoTime() - begin) / 1e9;
                over.set(true);
                load.join();
                report(balancer, seconds, url);
            } finally {
                Stream.of(replicas).forEach(Process::destroyForcibly);
            }
        }
    }

    private void report(Balancer balancer, double seconds, String url) throws SQLException {
        Set<String> stored = column(url, "select comment_text from feedback");
        Set<String> decided = column(url, "select cast(uuid as varchar) from card");
        System.out.printf(
                "rolling restart: %d requests in %.0f s (%.0f/s), failed=%d retried=%d cards=%d feedback=%d stored=%d%n",
                sent.get(),
                seconds,
                sent.get() / seconds,
                failed.size(),
                balancer.retried(),
                answeredCards.size(),
                acknowledged.size(),
                stored.size());
        assertThat(failed).isEmpty();
        assertThat(sent.get()).isGreaterThan((int) (80 * seconds));
        assertThat(acknowledged).hasSizeGreaterThan(100);
        assertThat(stored).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(decided).containsAll(answeredCards);
    }

    /** One request every 10 ms, whether or not the earlier ones are answered; every tenth is for a watched drug and answered by a prescriber. */
    private void send(Balancer balancer) {
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            long next = System.nanoTime();
            for (int n = 0; !over.get(); n++) {
                boolean watched = n % 10 == 0;
                var _ = senders.submit(() -> watched ? card(balancer) : post(balancer, SERVICE, SILENT));
                next += EVERY_NANOS;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private String card(Balancer balancer) {
        String patient = "p" + sent.get();
        ObjectNode order = Requests.order(patient, "603541", "natalizumab [Tysabri]");
        String answer = post(
                balancer, SERVICE, Requests.call("order-sign", patient, order).toString());
        if (answer.isEmpty()) {
            return "";
        }
        String card = Requests.JSON
                .readTree(answer)
                .path("cards")
                .path(0)
                .path("uuid")
                .asString();
        answeredCards.add(card);
        String item = "item " + card;
        String feedback = "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\","
                + "\"outcomeTimestamp\":\"2026-11-21T09:00:00Z\",\"overrideReason\":{\"userComment\":\"" + item
                + "\"}}]}";
        int before = failed.size();
        post(balancer, SERVICE + "/feedback", feedback);
        if (failed.size() == before) {
            acknowledged.add(item);
        }
        return card;
    }

    /** The answer; empty if it failed, or is empty. */
    private String post(Balancer balancer, String path, String body) {
        sent.incrementAndGet();
        try {
            var answer = balancer.post(path, body);
            if (answer.statusCode() != 200) {
                failed.add(path + " " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            failed.add(path + " " + e);
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static Process start(int port, String url) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        classes,
                        "org.pmlguard.PmlGuard",
                        "--server.port=" + port,
                        "--pmlguard.demo.enabled=false",
                        "--pmlguard.vitals.leave-after=3s",
                        "--pmlguard.ledger.url=" + url,
                        "--pmlguard.ledger.username=postgres")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
    }

    private static void await(java.util.function.BooleanSupplier what) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofMinutes(2).toNanos(); System.nanoTime() < end; ) {
            if (what.getAsBoolean()) {
                return;
            }
            Thread.sleep(50);
        }
        throw new AssertionError("a replica did not become ready, see " + LOG);
    }

    private static Set<String> column(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            Set<String> values = new HashSet<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
