package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.ParityCases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One clinical case in every version of FHIR, sent along, half sent and fetched: always the same answer. */
class ParityTest extends ServerTest {

    private static final WireMockServer EHR =
            new WireMockServer(wireMockConfig().dynamicPort());

    private static final List<FhirVersion> VERSIONS = List.of(FhirVersion.values());

    static {
        EHR.start();
        Stream.of(FhirVersion.values()).forEach(ParityTest::serve);
    }

    /** How much of the chart comes with the call. */
    enum Form {
        PREFETCHED,
        PARTLY,
        FETCHED;

        boolean sends(String key) {
            return this == PREFETCHED || (this == PARTLY && ParityCases.KEYS.indexOf(key) % 2 == 0);
        }
    }

    /** What must be the same. */
    private record Said(String indicator, List<String> rules, List<String> facts, List<String> gaps) {}

    @DynamicPropertySource
    static void registered(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.tenants[0].id", () -> "test");
        registry.add("pmlguard.deadline", () -> "5s");
        for (FhirVersion version : FhirVersion.values()) {
            int at = 2 * VERSIONS.indexOf(version);
            registry.add("pmlguard.tenants[0].fhir-servers[" + at + "]", () -> named(version));
            registry.add("pmlguard.tenants[0].fhir-servers[" + (at + 1) + "]", () -> unnamed(version));
        }
    }

    @AfterAll
    static void stop() {
        EHR.stop();
    }

    private static String named(FhirVersion version) {
        return "http://localhost:" + EHR.port() + "/fhir/" + version.name().toLowerCase(Locale.ROOT);
    }

    /** Nothing in the address tells the version. */
    private static String unnamed(FhirVersion version) {
        return "http://localhost:" + EHR.port() + "/site" + (char) ('a' + VERSIONS.indexOf(version));
    }

    private static void serve(FhirVersion version) {
        JsonNode chart = ParityCases.of(version);
        for (String key : ParityCases.KEYS) {
            String type = chart.path(key).path(0).path("resourceType").asString();
            for (String base : List.of(named(version), unnamed(version))) {
                String path = base.substring(base.indexOf('/', 8)) + "/" + type;
                EHR.stubFor(get(urlPathEqualTo(path))
                        .willReturn(okJson(searchset(chart.path(key)).toString())));
            }
        }
    }

    private static ObjectNode searchset(JsonNode rows) {
        return Requests.bundle(
                Requests.JSON.createObjectNode(),
                "searchset",
                rows.valueStream().toList());
    }

    private static ObjectNode withChart(ObjectNode call, FhirVersion version, Form form, String server) {
        ObjectNode prefetch = call.putObject("prefetch");
        ParityCases.KEYS.stream()
                .filter(form::sends)
                .forEach(key ->
                        prefetch.set(key, searchset(ParityCases.of(version).path(key))));
        return form == Form.PREFETCHED ? call : Requests.withServer(call, server, "token");
    }

    private JsonNode signed(FhirVersion version, Form form) {
        ObjectNode call =
                Requests.call("order-sign", "vera", ParityCases.of(version).path("order"));
        return only(cards("pml-order-sign", withChart(call, version, form, unnamed(version))));
    }

    private JsonNode opened(FhirVersion version, Form form) {
        ObjectNode call = Requests.opening("patient-view", "vera");
        return only(cards("pml-patient-view", withChart(call, version, form, named(version))));
    }

    private static JsonNode only(JsonNode cards) {
        assertThat(cards).hasSize(1);
        return cards.path(0);
    }

    private static Said said(JsonNode card) {
        JsonNode trace = card.path("extension").path("org.pmlguard.assessment");
        return new Said(
                card.path("indicator").asString(),
                trace.path("rules").findValuesAsString("id"),
                trace.path("facts").valueStream().map(ParityTest::fact).toList(),
                trace.path("gaps").findValuesAsString("code"));
    }

    /** An order is called otherwise in DSTU2. */
    private static String fact(JsonNode fact) {
        return fact.toString().replace("MedicationOrder/", "MedicationRequest/");
    }

    private static Stream<Arguments> everyVersionAndForm() {
        return Stream.of(FhirVersion.values())
                .flatMap(version -> Stream.of(Form.values()).map(form -> Arguments.of(version, form)));
    }

    @Test
    void theCaseIsOneThatSaysALot() {
        Said said = said(signed(FhirVersion.R4, Form.PREFETCHED));
        assertThat(said.indicator()).isEqualTo("critical");
        assertThat(said.rules()).contains("PML-022");
        assertThat(said.facts()).hasSizeGreaterThan(3);
        assertThat(said.gaps()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("everyVersionAndForm")
    void signingIsAnsweredTheSame(FhirVersion version, Form form) {
        JsonNode card = signed(version, form);
        assertThat(said(card)).isEqualTo(said(signed(FhirVersion.R4, Form.PREFETCHED)));
        assertThat(ordered(card)).isEqualTo(testOrder(version));
    }

    @ParameterizedTest
    @MethodSource("everyVersionAndForm")
    void openingTheChartIsAnsweredTheSame(FhirVersion version, Form form) {
        JsonNode card = opened(version, form);
        assertThat(said(card)).isEqualTo(said(opened(FhirVersion.R4, Form.PREFETCHED)));
        assertThat(said(card).rules()).contains("PML-022");
        assertThat(ordered(card)).isEqualTo(testOrder(version));
    }

    private static String ordered(JsonNode card) {
        JsonNode resource =
                card.path("suggestions").path(0).path("actions").path(0).path("resource");
        return resource.path("resourceType").asString() + (resource.path("code").has("concept") ? " with concept" : "");
    }

    private static String testOrder(FhirVersion version) {
        return switch (version) {
            case DSTU2 -> "DiagnosticOrder";
            case STU3 -> "ProcedureRequest";
            case R4, R4B -> "ServiceRequest";
            case R5 -> "ServiceRequest with concept";
        };
    }
}
