package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A server whose ledger cannot be opened. */
@TestPropertySource(properties = "pmlguard.ledger.url=jdbc:postgresql://localhost:1/nowhere")
class LedgerAwayTest extends ServerTest {

    @Test
    void cardsGoOnAndFeedbackIsToBeSentAgain() {
        ObjectNode order = Requests.order("nora-high-index", "603541", "natalizumab [Tysabri]");
        ObjectNode call = Requests.withPrefetch(
                Requests.call("order-sign", "nora-high-index", order), NamedPatient.on(TODAY, "nora-high-index"));
        JsonNode cards = cards("pml-order-sign", call);
        assertThat(cards.path(0).path("indicator").asString()).isEqualTo("critical");
        String card = cards.path(0).path("uuid").asString();
        HttpResponse<String> answer = post(
                "pml-order-sign/feedback",
                "{\"feedback\":[{\"card\":\"" + card
                        + "\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-21T09:00:00Z\"}]}");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("OperationOutcome").doesNotContain(card);
    }

    @Test
    void theServerLivesAndMayBeSentCalls() {
        assertThat(send(request("/livez").build()).statusCode()).isEqualTo(200);
        assertThat(send(request("/readyz").build()).body()).contains("UP");
    }
}
