package org.pmlguard.bench.steady;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.pmlguard.bench.SampleCalls;

/** One kind of call, ready to be sent about any patient. */
enum Kind {
    /** The one that must not go unanswered. */
    WATCHED_SIGN("order-sign, watched drug"),
    OTHER_SIGN("order-sign, drug that is not ours"),
    /** Asked again when the order is signed. */
    OTHER_SELECT("order-select, drug that is not ours");

    private static final int SIZE = 20_000;
    private static final String PATIENT = "bench-0000000";

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** What is sent: the head and the body of a call of 20 kB. */
    Template template(LocalDate today) {
        return switch (this) {
            case WATCHED_SIGN -> call("order-sign", SampleCalls.watched(SIZE, today));
            case OTHER_SIGN -> call("order-sign", SampleCalls.notOurs(SIZE, today));
            case OTHER_SELECT ->
                call(
                        "order-select",
                        SampleCalls.notOurs(SIZE, today)
                                .replace("\"order-sign\"", "\"order-select\"")
                                .replace(
                                        "\"draftOrders\":",
                                        "\"selections\":[\"MedicationRequest/draft-1\"],\"draftOrders\":"));
        };
    }

    private static Template call(String hook, String body) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head = "POST /cds-services/pml-" + hook + " HTTP/1.1\r\nHost: localhost\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
        return Template.of(head + body, PATIENT);
    }
}
