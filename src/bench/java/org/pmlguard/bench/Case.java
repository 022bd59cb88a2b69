package org.pmlguard.bench;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/**
 * One kind of request.
 *
 * @param name what is ordered, and how its chart comes
 * @param kilobytes how large the request is, or the chart that is fetched for it
 * @param body what is sent
 * @param answer what has to come back
 */
public record Case(String name, int kilobytes, String body, Answer answer) {

    static final String WATCHED = "watched drug";
    static final String NOT_OURS = "drug that is not ours";

    /** What a right answer looks like, so that no error page is ever measured. */
    public enum Answer {
        /** One card that names the rule, from a chart that was read completely. */
        CARD_OF_PML_019,
        NO_CARDS,
        /** Of a server whose cards we do not know. */
        ANY;

        boolean is(String body) {
            JsonNode cards = Json.read(body).path("cards");
            return switch (this) {
                case CARD_OF_PML_019 -> cards.size() == 1 && names019(cards.get(0));
                case NO_CARDS -> cards.isArray() && cards.isEmpty();
                case ANY -> cards.isArray();
            };
        }

        private static boolean names019(JsonNode card) {
            JsonNode trace = card.path("extension").path("org.pmlguard.assessment");
            return trace.path("gaps").isEmpty()
                    && trace.path("rules")
                            .valueStream()
                            .anyMatch(rule -> "PML-019".equals(rule.path("id").asString("")));
        }
    }

    /** An order with a card, its chart sent along. */
    public static Case watched(int kilobytes, LocalDate today) {
        String body = OrderSign.body(Prescription.NATALIZUMAB, kilobytes * 1000, today);
        return new Case(WATCHED, kilobytes, body, Answer.CARD_OF_PML_019);
    }

    /** An order without a card, its chart sent along all the same. */
    static Case notOurs(int kilobytes, LocalDate today) {
        String body = OrderSign.body(Prescription.AMOXICILLIN, kilobytes * 1000, today);
        return new Case(NOT_OURS, kilobytes, body, Answer.NO_CARDS);
    }

    /** An order with a card whose chart has to be fetched from a FHIR server. */
    static Case fetched(FhirStub.Running server, LocalDate today) {
        String body = OrderSign.body(Prescription.NATALIZUMAB, server.base(), today);
        return new Case(
                WATCHED + " with its chart fetched: " + server.latency().toMillis() + " ms for each question",
                FhirStub.KILOBYTES,
                body,
                Answer.CARD_OF_PML_019);
    }

    /** The same with whatever answer. */
    Case withAnyAnswer() {
        return new Case(name, kilobytes, body, Answer.ANY);
    }
}
