package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that must not open the door: bare 401s, and nobody is asked because of them. */
class BadTokensTest extends TokenTest {

    private static Map<String, String> corpus() {
        return BadTokens.of(
                new BadTokens.Ehr(ISSUER, ENDPOINT, BASE, "http://localhost:" + SINK.port(), CURVE, RSA, NEIGHBOUR),
                NOW);
    }

    static Stream<Map.Entry<String, String>> tokens() {
        return corpus().entrySet().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tokens")
    void aBadTokenIsABareRefusal(Map.Entry<String, String> token) {
        assertBare(call(token.getValue()));
    }

    @Test
    void noTokenIsABareRefusalToo() {
        assertBare(call());
    }

    @Test
    void twoTokensAreNone() {
        assertBare(call("Bearer " + good(), "Bearer " + good()));
    }

    @Test
    void aTokenIsGoodForOneCall() {
        String token = "Bearer " + good();
        assertThat(call(token).statusCode()).isEqualTo(200);
        assertBare(call(token));
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(corpus()).hasSizeGreaterThan(100);
    }

    @Test
    void aTokenOfAMegabyteDoesNotGetThatFar() {
        HttpResponse<String> answer = call("Bearer " + "a".repeat(1_000_000));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "aaaa");
    }

    /** The keys are fetched once and the clock stands still, so nothing may cause a second request. */
    @AfterAll
    static void nobodyWasAskedBecauseOfABadToken() {
        SINK.verify(0, getRequestedFor(anyUrl()));
        KEYS.verify(1, getRequestedFor(anyUrl()));
    }

    private static void assertBare(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
    }
}
