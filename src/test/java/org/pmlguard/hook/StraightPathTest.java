package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The main job, over HTTP, with an EHR that works and one that does not. */
class StraightPathTest extends ServerTest {

    private static final String TOKEN = "canary-token-9f31";
    private static final WireMockServer EHR =
            new WireMockServer(wireMockConfig().dynamicPort());

    static {
        EHR.start();
    }

    @DynamicPropertySource
    static void registered(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.tenants[0].id", () -> "test");
        registry.add("pmlguard.tenants[0].fhir-servers[0]", StraightPathTest::ehr);
        registry.add("pmlguard.deadline", () -> "3s");
    }

    private static String ehr() {
        return "http://localhost:" + EHR.port() + "/fhir";
    }

    @BeforeEach
    void reset() {
        EHR.resetAll();
    }

    @AfterAll
    static void stop() {
        EHR.stop();
    }

    private static ObjectNode sign(String patient) {
        return Requests.call("order-sign", patient, Requests.order(patient, "603541", "natalizumab [Tysabri]"));
    }

    private static JsonNode trace(JsonNode card) {
        return card.path("extension").path("org.pmlguard.assessment");
    }

    private static List<String> rules(JsonNode card) {
        return trace(card)
                .path("rules")
                .valueStream()
                .map(rule -> rule.path("id").asString())
                .toList();
    }

    /** An EHR that has everything on file about a patient. */
    private static void serve(String patient) {
        NamedPatient named = NamedPatient.on(TODAY, patient);
        List.of(
                        "Condition",
                        "Observation",
                        "MedicationRequest",
                        "MedicationStatement",
                        "MedicationAdministration",
                        "Procedure")
                .forEach(type -> EHR.stubFor(get(urlPathEqualTo("/fhir/" + type))
                        .willReturn(okJson(
                                Requests.bundle(Requests.JSON.createObjectNode(), "searchset", named.ofType(type))
                                        .toString()))));
    }

    @Test
    void aHighIndexInYearThreeIsOneCriticalCardThatShowsItsWork() {
        ObjectNode call = Requests.withPrefetch(sign("nora-high-index"), NamedPatient.on(TODAY, "nora-high-index"));
        JsonNode cards = cards("pml-order-sign", call);
        assertThat(cards).hasSize(1);
        JsonNode card = cards.path(0);
        assertThat(card.path("indicator").asString()).isEqualTo("critical");
        assertThat(card.path("summary").asString()).contains("Natalizumab", "30", "2.1");
        assertThat(card.path("detail").asString()).contains("12 Oct 2026", "30 months", "none found");
        assertThat(rules(card)).first().isEqualTo("PML-019");
        assertThat(trace(card).path("order").asString()).isEqualTo("MedicationRequest/draft-1");
        assertThat(trace(card).path("knowledge").path("sha256").asString()).hasSize(64);
    }

    @Test
    void theSameChartFetchedGivesTheSameCardAsSentAlong() {
        serve("nora-high-index");
        ObjectNode sent = Requests.withPrefetch(sign("nora-high-index"), NamedPatient.on(TODAY, "nora-high-index"));
        ObjectNode asked = Requests.withServer(sign("nora-high-index"), ehr(), TOKEN);
        JsonNode one = cards("pml-order-sign", sent).path(0);
        JsonNode other = cards("pml-order-sign", asked).path(0);
        assertThat(other.path("summary")).isEqualTo(one.path("summary"));
        assertThat(other.path("detail")).isEqualTo(one.path("detail"));
        assertThat(trace(other)).isEqualTo(trace(one));
    }

    @Test
    void eachQuestionIsAskedOnceAndWithTheToken() {
        serve("nora-high-index");
        cards("pml-order-sign", Requests.withServer(sign("nora-high-index"), ehr(), TOKEN));
        assertThat(EHR.getAllServeEvents())
                .hasSize(6)
                .allSatisfy(event -> assertThat(event.getRequest().getHeader("Authorization"))
                        .isEqualTo("Bearer " + TOKEN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"order-select", "order-sign", "medication-prescribe", "medication-refill", "medication-verify"})
    void everyTemplateIsAskedAtMostOnceForEveryHook(String hook) {
        serve("nora-high-index");
        ObjectNode order = Requests.order("nora-high-index", "603541", "natalizumab [Tysabri]");
        cards("pml-" + hook, Requests.withServer(Requests.call(hook, "nora-high-index", order), ehr(), TOKEN));
        assertThat(EHR.getAllServeEvents())
                .extracting(event -> event.getRequest().getUrl().replaceFirst("[?].*", ""))
                .containsExactlyInAnyOrder(
                        "/fhir/Condition",
                        "/fhir/Observation",
                        "/fhir/MedicationRequest",
                        "/fhir/MedicationStatement",
                        "/fhir/MedicationAdministration",
                        "/fhir/Procedure");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"order-select", "order-sign", "medication-prescribe", "medication-refill", "medication-verify"})
    void nothingIsAskedForAnOrderThatIsNotOurs(String hook) {
        serve("nora-high-index");
        ObjectNode order = Requests.order("nora-high-index", "617993", "amoxicillin 120 MG/ML Suspension");
        cards("pml-" + hook, Requests.withServer(Requests.call(hook, "nora-high-index", order), ehr(), TOKEN));
        EHR.verify(0, anyRequestedFor(anyUrl()));
    }

    /** As infusions are on file in many EHRs: an order for each, long stopped, and what was given. */
    @Test
    void infusionsThatAreOnlyStoppedRequestsAndAdministrationsCountAsExposure() {
        ObjectNode call = Requests.withPrefetch(sign("nora-high-index"), NamedPatient.on(TODAY, "nora-high-index"));
        ObjectNode prefetch = (ObjectNode) call.path("prefetch");
        Requests.bundle(prefetch.putObject("medicationStatements"), "searchset", List.of());
        Requests.bundle(prefetch.putObject("medicationRequests"), "searchset", infusions("MedicationRequest"));
        Requests.bundle(
                prefetch.putObject("medicationAdministrations"), "searchset", infusions("MedicationAdministration"));
        JsonNode card = cards("pml-order-sign", call).path(0);
        assertThat(card.path("indicator").asString()).isEqualTo("critical");
        assertThat(rules(card)).first().isEqualTo("PML-019");
        assertThat(card.path("detail").asString()).contains("31 months", "Doses on record: 31");
    }

    private static List<JsonNode> infusions(String type) {
        boolean isGiven = type.equals("MedicationAdministration");
        return IntStream.rangeClosed(1, 31)
                .mapToObj(month -> (JsonNode) Requests.order("nora-high-index", "603541", "natalizumab [Tysabri]")
                        .put("resourceType", type)
                        .put("id", type + month)
                        .put("status", isGiven ? "completed" : "stopped")
                        .put(
                                isGiven ? "effectiveDateTime" : "authoredOn",
                                TODAY.minusMonths(month).toString()))
                .toList();
    }

    @Test
    void withoutAJcvTestTheCardOffersToOrderOne() {
        ObjectNode call = Requests.withPrefetch(sign("ben-no-jcv-test"), NamedPatient.on(TODAY, "ben-no-jcv-test"));
        JsonNode card = cards("pml-order-sign", call).path(0);
        assertThat(card.path("indicator").asString()).isEqualTo("warning");
        JsonNode action = card.path("suggestions").path(0).path("actions").path(0);
        assertThat(action.path("type").asString()).isEqualTo("create");
        assertThat(action.path("resource").path("resourceType").asString()).isEqualTo("ServiceRequest");
        assertThat(action.path("resource")
                        .path("code")
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asString())
                .isEqualTo("100977-8");
        assertThat(action.path("resource").path("subject").path("reference").asString())
                .isEqualTo("Patient/ben-no-jcv-test");
    }

    @Test
    void anotherDrugIsAnsweredWithoutOpeningTheChart() {
        serve("nora-high-index");
        ObjectNode order = Requests.order("nora-high-index", "617993", "amoxicillin 120 MG/ML Suspension");
        ObjectNode call = Requests.withServer(Requests.call("order-sign", "nora-high-index", order), ehr(), TOKEN);
        assertThat(post("pml-order-sign", call.toString()).body()).isEqualTo("{\"cards\":[]}");
        EHR.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void anEhrThatFailsGivesACardThatSaysWhatCouldNotBeChecked() {
        EHR.stubFor(get(anyUrl()).willReturn(serverError()));
        JsonNode cards = cards("pml-order-sign", Requests.withServer(sign("nora-high-index"), ehr(), TOKEN));
        assertThat(cards).hasSize(1);
        assertThat(cards.path(0).path("summary").asString())
                .contains("incomplete", "natalizumab", "diagnoses", "laboratory results", "medication history");
        assertThat(cards.path(0).path("detail").asString()).contains("FHIR server answered an error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Condition",
                "Observation",
                "MedicationRequest",
                "MedicationStatement",
                "MedicationAdministration",
                "Procedure"
            })
    void oneFailingSectionIsNeverSilence(String failing) {
        serve("emma-stable");
        EHR.stubFor(get(urlPathEqualTo("/fhir/" + failing)).willReturn(serverError()));
        JsonNode cards = cards("pml-order-sign", Requests.withServer(sign("emma-stable"), ehr(), TOKEN));
        assertThat(cards).hasSize(1);
        assertThat(trace(cards.path(0)).path("gaps")).isNotEmpty();
    }

    @Test
    void anEhrThatIsTooSlowIsNotWaitedFor() {
        EHR.stubFor(get(anyUrl()).willReturn(aResponse().withFixedDelay(20_000)));
        long before = System.nanoTime();
        JsonNode cards = cards("pml-order-sign", Requests.withServer(sign("emma-stable"), ehr(), TOKEN));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(cards.path(0).path("detail").asString()).contains("no answer in time");
    }

    @Test
    void aServerThatIsNotRegisteredIsNeverCalled() {
        JsonNode cards = cards(
                "pml-order-sign",
                Requests.withServer(sign("emma-stable"), "http://127.0.0.1:" + EHR.port() + "/fhir", TOKEN));
        assertThat(cards.path(0).path("detail").asString()).contains("FHIR server not registered here");
        EHR.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void anOrderForAnotherPatientIsNotHeldAgainstThisOne() {
        ObjectNode order = Requests.order("somebody-else", "603541", "natalizumab [Tysabri]");
        ObjectNode call = Requests.withPrefetch(
                Requests.call("order-sign", "nora-high-index", order), NamedPatient.on(TODAY, "nora-high-index"));
        JsonNode cards = cards("pml-order-sign", call);
        assertThat(cards).hasSize(1);
        assertThat(cards.path(0).path("detail").asString()).contains("written for another patient");
        assertThat(cards.path(0).path("detail").asString()).doesNotContain("2.1");
    }

    @Test
    void aDiscontinuationIsSilent() {
        ObjectNode order = Requests.order("nora-high-index", "603541", "natalizumab [Tysabri]");
        order.put("doNotPerform", true);
        ObjectNode call = Requests.withPrefetch(
                Requests.call("order-sign", "nora-high-index", order), NamedPatient.on(TODAY, "nora-high-index"));
        assertThat(cards("pml-order-sign", call)).isEmpty();
    }

    @Test
    void theSameDrugOrderedTwiceIsOneCard() {
        ObjectNode call = Requests.withPrefetch(sign("nora-high-index"), NamedPatient.on(TODAY, "nora-high-index"));
        ObjectNode second = Requests.order("nora-high-index", "603541", "natalizumab [Tysabri]")
                .put("id", "draft-2");
        Requests.bundle(
                (ObjectNode) call.path("context").path("draftOrders"),
                "collection",
                List.of(Requests.order("nora-high-index", "603541", "natalizumab"), second));
        assertThat(cards("pml-order-sign", call)).hasSize(1);
    }

    @Test
    void whatAnEhrWroteIsNeverMarkup() {
        String hostile = "natalizumab <img src=x onerror=alert(1)> [x](javascript:alert(1)) https://evil.example @here";
        ObjectNode order = Requests.order("ben-no-jcv-test", "603541", hostile);
        ObjectNode call = Requests.withPrefetch(
                Requests.call("order-sign", "ben-no-jcv-test", order), NamedPatient.on(TODAY, "ben-no-jcv-test"));
        JsonNode card = cards("pml-order-sign", call).path(0);
        assertThat(card.path("detail").asString()).doesNotContain("<", "](", "https://", " @");
        assertThat(card.path("summary").asString()).doesNotContain("<", ">");
    }
}
