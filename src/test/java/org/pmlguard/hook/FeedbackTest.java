package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.Recorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Feedback and the memory of overrides, over HTTP. */
@TestPropertySource(properties = "pmlguard.deadline=10s")
class FeedbackTest extends ServerTest {

    private static final String NATALIZUMAB = "603541";
    private static final String REASONS = "https://pmlguard.org/fhir/CodeSystem/override-reason";

    @Autowired
    private Ledger ledger;

    /** A call for a patient of its own, so that no test remembers another's answers. */
    private static ObjectNode call(String patient, String named) {
        ObjectNode call =
                Requests.call("order-sign", named, Requests.order(named, NATALIZUMAB, "natalizumab [Tysabri]"));
        ObjectNode whole = Requests.withPrefetch(call, NamedPatient.on(TODAY, named));
        return (ObjectNode) Requests.JSON.readTree(whole.toString().replace(named, patient));
    }

    private JsonNode signed(String patient, String named) {
        return cards("pml-order-sign", call(patient, named));
    }

    private static ObjectNode overridden(String card, String reason) {
        ObjectNode entry = Requests.JSON.createObjectNode();
        entry.put("card", card).put("outcome", "overridden").put("outcomeTimestamp", "2026-11-21T09:00:00.123Z");
        entry.putObject("overrideReason")
                .put("userComment", "seen <b>today</b>")
                .putObject("reason")
                .put("code", reason)
                .put("system", REASONS);
        return entry;
    }

    private static ObjectNode body(JsonNode... entries) {
        ObjectNode body = Requests.JSON.createObjectNode();
        ArrayNode feedback = body.putArray("feedback");
        List.of(entries).forEach(feedback::add);
        return body;
    }

    private HttpResponse<String> send(JsonNode body) {
        return post("pml-order-sign/feedback", body.toString());
    }

    private static String uuid(JsonNode cards) {
        return cards.path(0).path("uuid").asString();
    }

    private List<Recorded.Heard> heard(JsonNode cards) {
        return ledger.cases().ofCard(UUID.fromString(uuid(cards))).orElseThrow().feedback();
    }

    private int strays() {
        return ledger.database()
                .jdbc()
                .sql("select count(*) from stray_feedback")
                .query(Integer.class)
                .single();
    }

    @Test
    void anOverrideIsRecordedWithItsCardBeforeItIsAcknowledged() {
        JsonNode cards = signed("p1", "nora-high-index");
        HttpResponse<String> answer = send(body(overridden(uuid(cards), "informed-continuation")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(heard(cards)).singleElement().satisfies(heard -> {
            assertThat(heard.outcome()).isEqualTo("overridden");
            assertThat(heard.reason().orElseThrow().code()).isEqualTo("informed-continuation");
            assertThat(heard.comment()).contains("seen <b>today</b>");
        });
    }

    @Test
    void theSameFeedbackAgainIsAcknowledgedAndCountsOnce() {
        JsonNode cards = signed("p2", "nora-high-index");
        ObjectNode body = body(overridden(uuid(cards), "informed-continuation"));
        assertThat(List.of(send(body), send(body), send(body)))
                .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        assertThat(heard(cards)).hasSize(1);
    }

    @Test
    void anAcceptedSuggestionIsRecorded() {
        JsonNode cards = signed("p3", "ben-no-jcv-test");
        String suggestion =
                cards.path(0).path("suggestions").path(0).path("uuid").asString();
        ObjectNode entry = Requests.JSON.createObjectNode();
        entry.put("card", uuid(cards)).put("outcome", "accepted").put("outcomeTimestamp", "2026-11-21T09:00:00Z");
        entry.putArray("acceptedSuggestions").addObject().put("id", suggestion);
        assertThat(send(body(entry)).statusCode()).isEqualTo(200);
        assertThat(heard(cards))
                .singleElement()
                .satisfies(heard -> assertThat(heard.suggestions()).containsExactly(suggestion));
    }

    @Test
    void aBareEntryWithEpicsReasonsAndAnOddTimeIsTaken() {
        JsonNode cards = signed("p4", "nora-high-index");
        ObjectNode entry = Requests.JSON.createObjectNode();
        entry.put("card", uuid(cards)).put("outcome", "overridden").put("outcomeTimestamp", "yesterday, about noon");
        entry.putArray("overrideReasons")
                .addObject()
                .putObject("reason")
                .put("code", "informed-continuation")
                .put("system", REASONS);
        assertThat(send(entry).statusCode()).isEqualTo(200);
        assertThat(heard(cards)).singleElement().satisfies(heard -> {
            assertThat(heard.acted()).isEmpty();
            assertThat(heard.reason()).isPresent();
        });
    }

    @Test
    void aBadEntryIsNamedAndDoesNotLoseTheGoodOnes() {
        JsonNode cards = signed("p5", "nora-high-index");
        ObjectNode bad =
                Requests.JSON.createObjectNode().put("card", uuid(cards)).put("outcome", "shrugged");
        HttpResponse<String> answer = send(body(bad, overridden(uuid(cards), "informed-continuation")));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("OperationOutcome", "feedback[0].outcome")
                .doesNotContain("shrugged");
        assertThat(heard(cards)).hasSize(1);
    }

    @Test
    void onlyBadEntriesAreRefused() {
        assertThat(send(body(Requests.JSON.createObjectNode().put("outcome", "accepted")))
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"feedback\":", "{\"feedback\":\"yes\"}"})
    void aBodyThatIsNoFeedbackIsRefused(String body) {
        assertThat(post("pml-order-sign/feedback", body).statusCode()).isEqualTo(400);
    }

    @Test
    void anUnknownServiceIsNotFound() {
        assertThat(post("pml-nothing/feedback", "{\"feedback\":[]}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anUnknownCardIsAcknowledgedAndKeptApart() {
        int before = strays();
        assertThat(send(body(overridden(UUID.randomUUID().toString(), "informed-continuation")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(strays()).isEqualTo(before + 1);
    }

    @Test
    void anAnsweredCardStaysQuietAndIsStillRecorded() {
        JsonNode first = signed("p6", "nora-high-index");
        send(body(overridden(uuid(first), "informed-continuation"), overridden(uuid(first), "done-elsewhere")));
        assertThat(signed("p6", "nora-high-index")).isEmpty();
        Recorded.Case quiet = ledger.cases().ofPatient("trial", "p6", 10).stream()
                .filter(one -> one.cards().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(quiet.orders().getFirst().outcome()).isEqualTo("quiet");
        assertThat(quiet.orders().getFirst().findings()).allSatisfy(finding -> {
            assertThat(finding.quietBecause().orElseThrow()).startsWith("overridden 2026-11-21");
            assertThat(finding.quietByCard()).contains(UUID.fromString(uuid(first)));
        });
        assertThat(signed("p7", "nora-high-index")).as("another patient").isNotEmpty();
    }

    @Test
    void aNewResultSpeaksAgainAndTheCardSaysWhatChanged() {
        JsonNode first = signed("p8", "nora-high-index");
        send(body(overridden(uuid(first), "informed-continuation"), overridden(uuid(first), "done-elsewhere")));
        String moved = call("p8", "nora-high-index").toString().replace("\"value\":2.1", "\"value\":2.9");
        JsonNode again = cards("pml-order-sign", Requests.JSON.readTree(moved));
        assertThat(again.path(0).path("detail").asString())
                .contains(
                        "Overridden 21 Nov 2026 (Informed patient continues). Since then: JCV antibody index 2.1 → 2.9.");
    }

    @Test
    void pastPmlIsSaidHoweverOftenItIsOverridden() {
        for (int time = 0; time < 3; time++) {
            JsonNode cards = signed("p9", "clara-past-pml");
            assertThat(cards.path(0).path("indicator").asString()).isEqualTo("critical");
            send(body(overridden(uuid(cards), "specialist-decision")));
        }
    }

    @Test
    void anOrderThatIsNotWatchedNeverTouchesTheLedger() {
        ObjectNode order = Requests.order("p10", "617993", "amoxicillin 120 MG/ML Suspension");
        assertThat(cards("pml-order-sign", Requests.call("order-sign", "p10", order)))
                .isEmpty();
        assertThat(ledger.cases().ofPatient("trial", "p10", 10)).isEmpty();
    }

    @Test
    void feedbackIsNotReadByAnotherMethod() {
        HttpRequest get = request("/cds-services/pml-order-sign/feedback").GET().build();
        assertThat(send(get).statusCode()).isEqualTo(405);
    }
}
