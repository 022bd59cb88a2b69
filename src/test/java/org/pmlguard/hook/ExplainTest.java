package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Why and why not, over HTTP, held against what the card of the same call says; and the way from the card to the rule. */
@TestPropertySource(properties = "pmlguard.public-url=https://pml.example.org/guard")
class ExplainTest extends ServerTest {

    private HttpResponse<String> explain(String query, String body) {
        return send(request("/explain" + query)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode explained(JsonNode call) {
        HttpResponse<String> answer = explain("", call.toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Requests.JSON.readTree(answer.body());
    }

    private static ObjectNode sign(String patient) {
        return Requests.call("order-sign", patient, Requests.order(patient, "603541", "natalizumab [Tysabri]"));
    }

    private static ObjectNode signWithChart(String patient) {
        return Requests.withPrefetch(sign(patient), NamedPatient.on(TODAY, patient));
    }

    private static JsonNode trace(JsonNode card) {
        return card.path("extension").path("org.pmlguard.assessment");
    }

    private static List<String> texts(JsonNode list, String member) {
        return list.valueStream().map(one -> one.path(member).asString()).toList();
    }

    private static JsonNode rule(JsonNode explanation, String id) {
        return rules(explanation)
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> rules(JsonNode explanation) {
        return explanation.path("orders").path(0).path("rules").valueStream();
    }

    @ParameterizedTest
    @CsvSource({"nora-high-index, critical", "ben-no-jcv-test, warning"})
    void theRulesThatAreSaidAreThoseOfTheCard(String patient, String indicator) {
        ObjectNode call = signWithChart(patient);
        JsonNode card = cards("pml-order-sign", call).path(0);
        JsonNode explanation = explained(call);
        assertThat(explanation.path("orders").path(0).path("indicator").asString())
                .isEqualTo(card.path("indicator").asString())
                .isEqualTo(indicator);
        assertThat(rules(explanation)
                        .filter(one -> one.path("said").asBoolean())
                        .map(one -> one.path("id").asString()))
                .containsExactlyInAnyOrderElementsOf(texts(trace(card).path("rules"), "id"));
        assertThat(explanation.path("knowledge").path("sha256"))
                .isEqualTo(trace(card).path("knowledge").path("sha256"));
    }

    @Test
    void aHighIndexInYearThreeIsMetAndAbsorbsTheRuleForTheFirstTwoYears() {
        JsonNode explanation = explained(signWithChart("nora-high-index"));
        JsonNode met = rule(explanation, "PML-019");
        assertThat(met.path("answer").asString()).isEqualTo("met");
        JsonNode when = met.path("levels").path(0).path("when");
        assertThat(texts(when.path("parts"), "words"))
                .containsExactly("JCV antibody positive with index above 1.5", "natalizumab for longer than 24 months");
        assertThat(texts(when.path("parts"), "answer")).containsExactly("met", "met");
        assertThat(texts(when.path("facts"), "value")).contains("2.1");
        JsonNode absorbed = rule(explanation, "PML-018");
        assertThat(absorbed.path("answer").asString()).isEqualTo("met");
        assertThat(absorbed.path("said").asBoolean()).isFalse();
        assertThat(absorbed.path("absorbedBy").path(0).asString()).isEqualTo("PML-019");
        assertThat(rule(explanation, "PML-015").path("answer").asString()).isEqualTo("notMet");
    }

    @Test
    void withoutAJcvTestTheMissingTestIsMetAndTheIndexIsNot() {
        JsonNode explanation = explained(signWithChart("ben-no-jcv-test"));
        assertThat(rule(explanation, "PML-015").path("answer").asString()).isEqualTo("met");
        assertThat(rule(explanation, "PML-019").path("answer").asString()).isEqualTo("notMet");
    }

    @Test
    void whatWasNotSentIsUnknownWithTheGapsOfTheCard() {
        JsonNode card = cards("pml-order-sign", sign("nora-high-index")).path(0);
        JsonNode explanation = explained(sign("nora-high-index"));
        assertThat(explanation.path("orders").path(0).path("outcome").asString())
                .isEqualTo("incomplete");
        assertThat(rule(explanation, "PML-019").path("answer").asString()).isEqualTo("unknown");
        assertThat(texts(explanation.path("orders").path(0).path("gaps"), "code"))
                .containsExactlyElementsOf(texts(trace(card).path("gaps"), "code"));
    }

    @Test
    void anotherDrugHasNothingToExplain() {
        ObjectNode call = Requests.call("order-sign", "p", Requests.order("p", "617993", "amoxicillin"));
        assertThat(explained(call).path("orders")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "?service=pml-order-sign, 200",
        "?service=nope, 404",
        "?service=pml-order-select, 400",
    })
    void theServiceMayBeNamed(String query, int status) {
        assertThat(explain(query, sign("p").toString()).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"'not json', 400", "'{}', 400", "'[]', 400", "'{\"hook\":\"patient-view\"}', 400"})
    void aBodyThatIsNoCallIsRefusedAsOnTheWayToACard(String body, int status) {
        HttpResponse<String> answer = explain("", body);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("OperationOutcome");
    }

    @Test
    void aCardLinksToTheRuleThatLeadsIt() {
        JsonNode link = cards("pml-order-sign", signWithChart("nora-high-index"))
                .path(0)
                .path("links")
                .path(0);
        assertThat(link.path("url").asString()).isEqualTo("https://pml.example.org/guard/knowledge/rules/PML-019");
        assertThat(link.path("type").asString()).isEqualTo("absolute");
        assertThat(link.path("label").asString()).contains("PML-019");
    }
}
