package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.Recorded;
import org.pmlguard.tenant.token.Signer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.node.ObjectNode;

/** Tokens that open the door, and what the tenant they belong to may do. */
class TrustedCallsTest extends TokenTest {

    @Autowired
    RequestMappingHandlerMapping mappings;

    @Autowired
    Ledger ledger;

    static Stream<Arguments> claimsThatAreRight() {
        return Stream.of(
                right("nothing more than needed", claims -> {}),
                right("aud with a closing slash", claims -> claims.put("aud", ENDPOINT + "/")),
                right(
                        "aud among others",
                        claims ->
                                claims.putArray("aud").add("https://x.example").add(ENDPOINT)),
                right(
                        "aud by an alias",
                        claims -> claims.put("aud", "https://proxy.mary.example/pml/cds-services/pml-order-sign")),
                right(
                        "a subject and a start, as Epic sends",
                        claims -> claims.put("sub", "client").put("nbf", NOW.getEpochSecond() - 300)),
                right(
                        "expired 59 s ago",
                        claims -> claims.put("iat", NOW.getEpochSecond() - 200).put("exp", NOW.getEpochSecond() - 59)),
                right(
                        "made by a clock that is 59 s ahead",
                        claims -> claims.put("iat", NOW.getEpochSecond() + 59).put("exp", NOW.getEpochSecond() + 359)));
    }

    private static Arguments right(String name, Consumer<ObjectNode> change) {
        return Arguments.of(name, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("claimsThatAreRight")
    void whatTheSpecificationAllowsIsLetIn(String name, Consumer<ObjectNode> change) {
        ObjectNode claims = claims();
        change.accept(claims);
        String token = CURVE.token(CURVE.header("ES384").toString(), claims.toString());
        assertThat(call("Bearer " + token).statusCode()).as(name).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER  "})
    void theSchemeMayBeSpeltInAnyCase(String scheme) {
        assertThat(call(scheme + good()).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOfRsaIsLetInAndMayNameTheRegisteredAddress() {
        ObjectNode header = RSA.header("RS384").put("jku", "http://localhost:" + KEYS.port() + "/jwks.json");
        assertThat(call("Bearer " + RSA.token(header.toString(), claims().toString()))
                        .statusCode())
                .isEqualTo(200);
    }

    /** The public reference client names an address in each token. */
    @Test
    void whoseKeysAreConfiguredMayNameAnAddressWhichNobodyAsks() {
        ObjectNode header = NEIGHBOUR.header("ES256").put("jku", "http://localhost:" + SINK.port() + "/jwks.json");
        ObjectNode claims = Signer.claims(VENDOR, ENDPOINT, NOW).put("tenant", "c1");
        assertThat(call("Bearer " + NEIGHBOUR.token(header.toString(), claims.toString()))
                        .statusCode())
                .isEqualTo(200);
        assertThat(SINK.getAllServeEvents()).isEmpty();
    }

    @Test
    void theTenantClaimTellsTheCustomersOfAVendorApart() {
        assertThat(call("Bearer " + ofTheVendor("pml-order-sign", "c1")).statusCode())
                .isEqualTo(200);
        assertThat(call("Bearer " + ofTheVendor("pml-order-sign", "c9")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aHookThatIsNotRegisteredIsForbidden() {
        assertThat(callTo("pml-order-select", "Bearer " + ofTheVendor("pml-order-select", "c2"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void inShadowModeNothingIsShown() {
        ObjectNode call = Requests.call("order-sign", "p1", Requests.order("p1", "603541", "natalizumab [Tysabri]"));
        assertThat(answer(call, "c1")).contains("incomplete");
        assertThat(answer(call, "c2")).isEqualTo("{\"cards\":[]}");
    }

    @Test
    void inShadowModeEverythingIsRecordedAndMarked() {
        ObjectNode call = Requests.call(
                "order-sign", "nora-high-index", Requests.order("nora-high-index", "603541", "natalizumab"));
        Requests.withPrefetch(call, NamedPatient.on(TODAY, "nora-high-index"));
        assertThat(answer(call, "c2")).isEqualTo("{\"cards\":[]}");
        await().untilAsserted(() -> assertThat(ledger.cases().ofPatient("clinic-2", "nora-high-index", 1))
                .singleElement()
                .satisfies(TrustedCallsTest::isWholeAndMarked));
    }

    private static void isWholeAndMarked(Recorded.Case shadow) {
        assertThat(shadow.cards()).isNotEmpty();
        Recorded.Order order = shadow.orders().getFirst();
        assertThat(order.outcome()).isEqualTo(Recorded.Order.SHADOW);
        assertThat(order.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.quietBecause())
                        .hasValueSatisfying(why -> assertThat(why).startsWith(Recorded.Spoke.IN_SHADOW)));
    }

    @Test
    void whoCallsTooOftenIsToldWhenToComeBackAndAPageMayReadIt() {
        HttpResponse<String> refused = Stream.generate(() -> ofTheVendor("pml-order-sign", "c3"))
                .limit(1_000)
                .map(token -> send(request("/cds-services/pml-order-sign")
                        .header("Authorization", "Bearer " + token)
                        .header("Origin", "https://page.example")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build()))
                .filter(answer -> answer.statusCode() == 429)
                .findFirst()
                .orElseThrow();
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("https://page.example");
        assertThat(refused.body()).contains("throttled");
    }

    @Test
    void aRefusalCanBeReadByAPageToo() {
        HttpResponse<String> refused = send(request("/cds-services/pml-order-sign")
                .header("Origin", "https://page.example")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("https://page.example");
    }

    @Test
    void discoveryIsForEverybody() {
        assertThat(send(request("/cds-services").GET().build()).statusCode()).isEqualTo(200);
    }

    /** A way in that somebody adds later is found here if it does not ask who is there. The desk asks for a log-in instead. */
    @Test
    void everyWayToSendUsSomethingAsksForAToken() {
        List<String> ways = mappings.getHandlerMethods().keySet().stream()
                .filter(mapping -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .filter(path -> !path.startsWith("/review"))
                .map(path -> path.replaceAll("\\{[^}]*}", "pml-order-sign"))
                .sorted()
                .toList();
        assertThat(ways)
                .contains("/cds-services/pml-order-sign", "/explain")
                .allSatisfy(path -> assertThat(send(request(path)
                                        .header("Content-Type", "application/json")
                                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                        .build())
                                .statusCode())
                        .isEqualTo(401));
    }

    private String answer(ObjectNode call, String clinic) {
        return send(request("/cds-services/pml-order-sign")
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + ofTheVendor("pml-order-sign", clinic))
                        .POST(HttpRequest.BodyPublishers.ofString(call.toString()))
                        .build())
                .body();
    }

    private static String ofTheVendor(String service, String clinic) {
        ObjectNode claims =
                Signer.claims(VENDOR, BASE + "/cds-services/" + service, NOW).put("tenant", clinic);
        return NEIGHBOUR.token(NEIGHBOUR.header("ES256").toString(), claims.toString());
    }
}
