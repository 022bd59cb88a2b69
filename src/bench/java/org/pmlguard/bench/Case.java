package org.pmlguard.bench;

import java.time.LocalDate;
import tools.jackson.databind.JsonNode;

/**
 * One kind of request.
 *
 * @param name what is ordered
 * @param kilobytes how large the request is
 * @param body what is sent
 * @param answer what has to come back
 */
record Case(String name, int kilobytes, String body, Answer answer) {

    private static final int SMALL = 20;
    private static final int LARGE = 160;

    /** What a right answer looks like, so that no error page is ever measured. */
    enum Answer {
        /** One card that names the rule, from a chart that was read completely. */
        CARD_OF_PML_019,
        NO_CARDS;

        boolean is(String body) {
            JsonNode cards = Json.read(body).path("cards");
            return switch (this) {
                case CARD_OF_PML_019 -> cards.size() == 1 && names019(cards.get(0));
                case NO_CARDS -> cards.isArray() && cards.isEmpty();
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

    static Case watched(LocalDate today) {
        return of("watched drug, one card", Prescription.NATALIZUMAB, SMALL, Answer.CARD_OF_PML_019, today);
    }

    static Case notOurs(LocalDate today) {
        return of("drug that is not ours, no card", Prescription.AMOXICILLIN, SMALL, Answer.NO_CARDS, today);
    }

    static Case watchedLarge(LocalDate today) {
        return of("watched drug, one card", Prescription.NATALIZUMAB, LARGE, Answer.CARD_OF_PML_019, today);
    }

    private static Case of(String name, Prescription prescription, int kilobytes, Answer answer, LocalDate today) {
        String body = OrderSign.body(prescription, kilobytes * 1000, today);
        return new Case(name, kilobytes, body, answer);
    }
}
