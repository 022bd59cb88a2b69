package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The server is killed (SIGKILL, by the id of the process we started) while feedback and the notes of a pharmacist are
 * written, again and again. What was acknowledged must stand in the ledger once, and what was sent again must not stand there twice. A card whose answer went
 * out just before the blow may not stand there; its feedback is then kept apart, and counts as stored. Rounds and port:
 * {@code -Dkill.rounds=50 -Dkill.port=18510}.
 */
@Tag("proof")
class KillTest {

    private static final int ROUNDS = Integer.getInteger("kill.rounds", 50);
    private static final int PORT = Integer.getInteger("kill.port", 18510);
    private static final int SENDERS = 4;
    private static final Path LOG = Path.of("target", "kill-server.log");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20261121);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sent = new AtomicInteger();
    private @Nullable Reviewer reviewer;
    private String pause = "50ms";
    private int longest = 500;

    @TempDir
    private Path folder;

    @Test
    void nothingAcknowledgedIsLostOnH2() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("ledger");
        rounds(url, "");
        check(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;FILE_LOCK=FS", "", "H2");
    }

    /** Parts of its file are written anew every hundred commits, a second after they were last used and not 45. */
    @Test
    void nothingAcknowledgedIsLostWhileTheFileOfH2IsTidied() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("tidied");
        pause = "5ms";
        longest = 4_000;
        rounds(url + ";RETENTION_TIME=1000", "");
        check(url + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;FILE_LOCK=FS", "", "H2, tidied");
    }

    @Test
    void nothingAcknowledgedIsLostOnPostgreSql() throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String url = server.getJdbcUrl("postgres", "postgres");
            rounds(url, "postgres");
            check(url, "postgres", "PostgreSQL");
        }
    }

    private void rounds(String url, String username) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Process server = start(url, username);
            try {
                String card = awaitCard();
                Reviewer pharmacist = reviewer(card);
                pharmacist.logIn();
                sendUntilKilled(server, card, pharmacist);
            } finally {
                server.destroyForcibly().waitFor();
            }
        }
    }

    /** All their notes are on the case of the first card. */
    private Reviewer reviewer(String card) {
        Reviewer known = reviewer;
        if (known == null) {
            known = new Reviewer("http://127.0.0.1:" + PORT, card);
            reviewer = known;
        }
        return known;
    }

    private Process start(String url, String username) throws IOException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classes,
                "org.pmlguard.PmlGuard",
                "--server.port=" + PORT,
                "--management.server.port=-1",
                "--pmlguard.ledger.answer-waits=100ms",
                "--pmlguard.ledger.commit-pause=" + pause,
                "--pmlguard.ledger.url=" + url,
                "--pmlguard.ledger.username=" + username));
        command.addAll(List.of(Reviewer.settings()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()))
                .start();
    }

    /** The card to answer, from a call of this round's server as soon as it answers. */
    private String awaitCard() throws InterruptedException {
        ObjectNode order = Requests.order("nora-high-index", "603541", "natalizumab [Tysabri]");
        // A patient of its own: a later card on the same one would take the place of the case that is written on.
        String call = Requests.withPrefetch(
                        Requests.call("order-sign", "nora-high-index", order),
                        NamedPatient.on(LocalDate.of(2026, 11, 21), "nora-high-index"))
                .toString()
                .replace("nora-high-index", "nora-" + UUID.randomUUID());
        for (long end = System.nanoTime() + Duration.ofMinutes(5).toNanos(); System.nanoTime() < end; ) {
            try {
                JsonNode cards = Requests.JSON
                        .readTree(post("/cds-services/pml-order-sign", call).body())
                        .path("cards");
                return cards.path(0).path("uuid").asString();
            } catch (IOException e) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the server did not come up, see " + LOG);
    }

    /** Several senders at once; the blow falls at a moment of its own in each round. */
    private void sendUntilKilled(Process server, String card, Reviewer pharmacist) throws InterruptedException {
        AtomicBoolean over = new AtomicBoolean();
        Thread[] senders = Stream.concat(
                        Stream.of(Thread.ofPlatform().start(() -> pharmacist.writeUntil(over))),
                        IntStream.range(0, SENDERS)
                                .mapToObj(number -> Thread.ofPlatform().start(() -> send(card, over))))
                .toArray(Thread[]::new);
        Thread.sleep(100 + random.nextInt(longest - 100));
        server.destroyForcibly();
        server.waitFor();
        over.set(true);
        for (Thread sender : senders) {
            sender.join();
        }
    }

    /** What got no answer is sent again, as an EHR would: first in the next round. */
    private void send(String card, AtomicBoolean over) {
        while (!over.get()) {
            String again = unanswered.poll();
            String body = again == null ? feedback(card, sent.incrementAndGet()) : again;
            try {
                HttpResponse<String> answer = post("/cds-services/pml-order-sign/feedback", body);
                if (answer.statusCode() == 200) {
                    acknowledged.add(item(body));
                } else {
                    unanswered.add(body);
                }
            } catch (IOException e) {
                unanswered.add(body);
                return;
            }
        }
    }

    private static String feedback(String card, int number) {
        return "{\"feedback\":[{\"card\":\"" + card + "\",\"outcome\":\"overridden\","
                + "\"outcomeTimestamp\":\"2026-11-21T09:00:00Z\",\"overrideReason\":{\"userComment\":\"item " + number
                + "\"}}]}";
    }

    private static String item(String body) {
        return Requests.JSON
                .readTree(body)
                .path("feedback")
                .path(0)
                .path("overrideReason")
                .path("userComment")
                .asString();
    }

    private HttpResponse<String> post(String path, String body) throws IOException {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                            .timeout(Duration.ofSeconds(10))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void check(String url, String username, String name) throws SQLException {
        Map<String, Integer> stored = stored(url, username, "feedback");
        Map<String, Integer> strays = stored(url, username, "stray_feedback");
        strays.forEach((item, count) -> stored.merge(item, count, Integer::sum));
        long lost =
                acknowledged.stream().filter(item -> !stored.containsKey(item)).count();
        long twice = stored.values().stream().filter(count -> count > 1).count();
        System.out.println(name + ": kills=" + ROUNDS + " sent=" + sent.get() + " acknowledged=" + acknowledged.size()
                + " stored=" + stored.size() + " of them strays=" + strays.size() + " lost=" + lost + " duplicated="
                + twice);
        assertThat(acknowledged).as("the proof wrote something").hasSizeGreaterThan(ROUNDS);
        assertThat(lost).isZero();
        assertThat(twice).isZero();
        checkNotes(stored(url, username, "review_event", "note"), name);
    }

    private void checkNotes(Map<String, Integer> stored, String name) {
        Reviewer pharmacist = Objects.requireNonNull(reviewer);
        long lost = pharmacist.acknowledged().stream()
                .filter(note -> !stored.containsKey(note))
                .count();
        long twice = stored.values().stream().filter(count -> count > 1).count();
        System.out.println(name + ": notes written=" + pharmacist.written() + " acknowledged="
                + pharmacist.acknowledged().size() + " stored=" + stored.size() + " lost=" + lost + " duplicated="
                + twice);
        assertThat(pharmacist.acknowledged())
                .as("the pharmacist wrote something")
                .hasSizeGreaterThan(ROUNDS);
        assertThat(lost).isZero();
        assertThat(twice).isZero();
    }

    private static Map<String, Integer> stored(String url, String username, String table) throws SQLException {
        return stored(url, username, table, "comment_text");
    }

    private static Map<String, Integer> stored(String url, String username, String table, String text)
            throws SQLException {
        Map<String, Integer> stored = new HashMap<>();
        try (Connection connection = DriverManager.getConnection(url, username, "");
                ResultSet rows = connection
                        .createStatement()
                        .executeQuery("select " + text + ", count(*) from " + table + " where " + text
                                + " is not null group by " + text)) {
            while (rows.next()) {
                stored.put(rows.getString(1), rows.getInt(2));
            }
        }
        return stored;
    }
}
