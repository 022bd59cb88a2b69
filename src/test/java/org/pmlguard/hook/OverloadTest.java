package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What callers get from a server that feels too many calls at any time. */
@TestPropertySource(properties = {"pmlguard.overload.lateness=0ms", "pmlguard.overload.calls=0"})
class OverloadTest extends ServerTest {

    private HttpResponse<String> sent(String service, String body) {
        return send(request("/cds-services/" + service)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private static String order(String hook, String code, String name) {
        return Requests.call(hook, "p1", Requests.order("p1", code, name)).toString();
    }

    @Test
    void aWatchedOrderThatIsSignedGetsACardThatSaysTheChartWasNotLookedAt() {
        HttpResponse<String> answer = sent("pml-order-sign", order("order-sign", "603541", "natalizumab [Tysabri]"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("incomplete", "too many checks at once");
    }

    @Test
    void anOrderThatIsNotOursGetsTheAnswerItAlwaysGets() {
        HttpResponse<String> answer = sent("pml-order-sign", order("order-sign", "723", "amoxicillin"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"cards\":[]");
    }

    @Test
    void whatIsAskedAgainIsTurnedAwayForASecond() {
        HttpResponse<String> answer = sent("pml-order-select", "not read");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void aCallThatIsNotUnderstoodIsStillRefused() {
        assertThat(sent("pml-order-sign", "{\"hook\":\"order-sign\"}").statusCode())
                .isEqualTo(400);
        assertThat(sent("pml-order-sign", "[]").statusCode()).isEqualTo(400);
    }
}
