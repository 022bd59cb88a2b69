package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bodies made to hurt a parser, through both doors: an answer, soon, and never a 5xx. */
class PathologicalCallsTest extends ServerTest {

    private static final long MOST_MILLIS = 250;
    private static final int TRIES = 5;

    private static final String START =
            "{\"hook\":\"order-sign\",\"context\":{\"userId\":\"u\",\"patientId\":\"p\",\"draftOrders\":";

    private static String call(String drafts) {
        return START + drafts + "}}";
    }

    static Map<String, String> bodies() {
        Map<String, String> all = new LinkedHashMap<>();
        for (int depth : new int[] {99, 101, 1_000, 100_000, 1_000_000}) {
            all.put(depth + " arrays", "[".repeat(depth));
            all.put(depth + " arrays, closed", call("[".repeat(depth) + "]".repeat(depth)));
            all.put(depth + " objects", "{\"a\":".repeat(depth));
        }
        all.put("a number of a million digits", call("9".repeat(1_000_000)));
        all.put("a fraction of a million digits", call("0." + "9".repeat(1_000_000)));
        for (String number :
                new String[] {"1e999999999", "1e-999999999", "1e2147483648", "-1E+99999", "NaN", "Infinity"}) {
            all.put("the number " + number, call("{\"resourceType\":\"Bundle\",\"total\":" + number + "}"));
        }
        all.put("a million commas", call("[" + "1,".repeat(1_000_000) + "1]"));
        all.put("ten thousand names with one hash", call(collisions()));
        all.put("one name a hundred thousand times", call("{" + "\"a\":1,".repeat(100_000) + "\"a\":1}"));
        all.put("a name of a megabyte", call("{\"" + "n".repeat(1_000_000) + "\":1}"));
        all.put("a text of two megabytes", call("\"" + "t".repeat(2_000_000) + "\""));
        all.put("a megabyte of escapes", call("\"" + "\\u0041".repeat(150_000) + "\""));
        all.put("nul characters", call("\"\\u0000\\u0000\""));
        all.put("half a surrogate", call("\"\\uD800\""));
        all.put("an escape that ends", call("\"\\u00"));
        all.put("a comment", "/*" + "*".repeat(1_000_000));
        all.put("white space for a megabyte", " ".repeat(1_000_000));
        all.put("a text that never ends", "\"" + "a".repeat(1_000_000));
        all.put("garbage behind", call("{}") + "}".repeat(1_000));
        all.put("many bodies in one", call("{}").repeat(1_000));
        all.put(
                "a bundle of empty entries",
                call("{\"resourceType\":\"Bundle\",\"entry\":[" + "{},".repeat(50_000) + "{}]}"));
        all.put(
                "a bundle of itself",
                call("{\"resourceType\":\"Bundle\",\"entry\":["
                        + "{\"resource\":{\"resourceType\":\"Bundle\",\"entry\":[".repeat(20) + "]}}]}".repeat(20)
                        + "}"));
        all.put("entries that refer to each other", call(references()));
        return all;
    }

    private static String references() {
        return "{\"resourceType\":\"Bundle\",\"entry\":["
                + IntStream.range(0, 500)
                        .mapToObj(n -> "{\"resource\":{\"resourceType\":\"MedicationRequest\",\"id\":\"" + n
                                + "\",\"medicationReference\":{\"reference\":\"MedicationRequest/" + (n + 1) % 500
                                + "\"}}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    /** "Aa" and "BB" have the same hash, and so have all words made of them. */
    private static String collisions() {
        return IntStream.range(0, 10_000)
                .mapToObj(n -> "\""
                        + Integer.toBinaryString(n + 16_384).replace("0", "Aa").replace("1", "BB") + "\":1")
                .collect(Collectors.joining(",", "{", "}"));
    }

    static Stream<Arguments> calls() {
        return bodies().entrySet().stream()
                .flatMap(body -> Stream.of("/cds-services/pml-order-sign", "/explain")
                        .map(path -> Arguments.of(body.getKey(), path, body.getValue())));
    }

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("calls")
    void whateverComesThereIsAnAnswer(String name, String path, String body) {
        assertThat(status(path, body)).as(name).isIn(200, 400, 413);
    }

    @Tag("proof")
    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("calls")
    void andSoon(String name, String path, String body) {
        long best = IntStream.range(0, TRIES)
                .mapToLong(n -> nanos(path, body))
                .min()
                .orElseThrow();
        assertThat(best / 1_000_000).as("milliseconds for %s", name).isLessThan(MOST_MILLIS);
    }

    private long nanos(String path, String body) {
        long before = System.nanoTime();
        assertThat(status(path, body)).isLessThan(500);
        return System.nanoTime() - before;
    }

    private int status(String path, String body) {
        return send(request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(body.getBytes(StandardCharsets.UTF_8)))
                        .build())
                .statusCode();
    }
}
