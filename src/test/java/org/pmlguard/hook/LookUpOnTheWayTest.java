package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An order of a code that our tables do not know, over HTTP, with a terminology service at hand. */
class LookUpOnTheWayTest extends ServerTest {

    private static final WireMockServer RXNAV =
            new WireMockServer(wireMockConfig().dynamicPort());

    static {
        RXNAV.start();
    }

    @DynamicPropertySource
    static void asked(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.terminology.service", () -> "rxnav");
        registry.add("pmlguard.terminology.address", () -> "http://localhost:" + RXNAV.port());
        registry.add("pmlguard.terminology.patience", () -> "10s");
        registry.add("pmlguard.terminology.timeout", () -> "20s");
        registry.add("pmlguard.deadline", () -> "10s");
    }

    @BeforeEach
    void reset() {
        RXNAV.resetAll();
    }

    @AfterAll
    static void stop() {
        RXNAV.stop();
    }

    private JsonNode cards(String rxcui, String display) {
        ObjectNode order = Requests.order("maria", rxcui, display);
        if (display.isEmpty()) {
            order.putObject("medicationCodeableConcept")
                    .putArray("coding")
                    .addObject()
                    .put("system", Requests.RXNORM)
                    .put("code", rxcui);
        }
        return cards("pml-order-sign", empty(Requests.call("order-sign", "maria", order)));
    }

    private static ObjectNode empty(ObjectNode call) {
        ObjectNode prefetch = call.putObject("prefetch");
        List.of(
                        "conditions",
                        "labs",
                        "medicationRequests",
                        "medicationStatements",
                        "medicationAdministrations",
                        "procedures")
                .forEach(key -> Requests.bundle(prefetch.putObject(key), "searchset", List.of()));
        return call;
    }

    private static void knows(String rxcui) throws IOException {
        try (InputStream file =
                LookUpOnTheWayTest.class.getResourceAsStream("/terminology/rxnav/historystatus-new-natalizumab.json")) {
            String body = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            RXNAV.stubFor(get(urlMatching("/REST/rxcui/" + rxcui + "/.*")).willReturn(okJson(body)));
        }
    }

    @Test
    void theCardSaysWhoRecognisedTheDrug() throws IOException {
        knows("9900011");
        JsonNode card = cards("9900011", "").path(0);
        assertThat(card.path("detail").asString())
                .contains("Order: 15 ML natalizumab-abcd 20 MG/ML Injection (Novobrand)")
                .contains("Recognised through RxNav, its code is not in our own tables.");
        JsonNode trace = card.path("extension").path("org.pmlguard.assessment");
        assertThat(trace.path("drug").asString()).isEqualTo("natalizumab");
        assertThat(trace.path("recognisedBy").asString()).isEqualTo("look-up");
    }

    @Test
    void noRequestNamesMoreThanACode() throws IOException {
        knows("9900012");
        cards("9900012", "Novobrand, for Maria");
        RXNAV.getAllServeEvents().forEach(event -> {
            assertThat(event.getRequest().getUrl()).isEqualTo("/REST/rxcui/9900012/historystatus.json");
            assertThat(event.getRequest().getBodyAsString()).isEmpty();
            assertThat(event.getRequest().getHeaders().toString()).doesNotContainIgnoringCase("maria");
        });
        RXNAV.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aBareCodeInTheChartIsNamedInTheFacts() {
        RXNAV.stubFor(get(urlMatching("/REST/rxcui/9900015/.*"))
                .willReturn(okJson("{\"rxcuiStatusHistory\": {\"attributes\": {\"name\": \"azathioprine 75 MG\"}}}")));
        ObjectNode call =
                empty(Requests.call("order-sign", "maria", Requests.order("maria", "603541", "natalizumab [Tysabri]")));
        ObjectNode row = Requests.order("maria", "9900015", "");
        row.put("status", "active").put("authoredOn", "2026-01-10").put("id", "aza");
        row.putObject("medicationCodeableConcept")
                .putArray("coding")
                .addObject()
                .put("system", Requests.RXNORM)
                .put("code", "9900015");
        Requests.bundle(call.withObject("/prefetch/medicationRequests"), "searchset", List.of(row));
        JsonNode card = cards("pml-order-sign", call).path(0);
        assertThat(card.path("indicator").asString()).isEqualTo("critical");
        assertThat(card.path("detail").asString()).contains("Also on, recognised through RxNav: azathioprine");
    }

    @Test
    void anotherDrugStaysWithoutACardWhenTheServiceFails() {
        RXNAV.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
        assertThat(cards("308182", "Amoxicillin 250 MG Oral Capsule")).isEmpty();
    }

    @Test
    void aBareCodeThatCouldNotBeLookedUpIsSaidToBeUnchecked() {
        RXNAV.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(500)));
        JsonNode card = cards("9900013", "").path(0);
        assertThat(card.path("indicator").asString()).isEqualTo("info");
        assertThat(card.path("detail").asString()).contains("its code could not be looked up");
    }
}
