package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How often an EHR is asked: never for orders that are not ours, and once for each template for those that are. */
class QueriesTest extends ServerTest {

    private static final WireMockServer EHR =
            new WireMockServer(wireMockConfig().dynamicPort());
    private static final List<String> HISTORY =
            List.of("MedicationRequest", "MedicationStatement", "MedicationAdministration");
    private static final List<String> REST = List.of("Condition", "Observation", "Procedure");

    static {
        EHR.start();
    }

    @DynamicPropertySource
    static void registered(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.tenants[0].id", () -> "test");
        registry.add("pmlguard.tenants[0].fhir-servers[0]", QueriesTest::ehr);
        registry.add("pmlguard.deadline", () -> "5s");
    }

    private static String ehr() {
        return "http://localhost:" + EHR.port() + "/fhir";
    }

    @BeforeEach
    void emptyChart() {
        EHR.resetAll();
        List.of(HISTORY, REST).forEach(types -> types.forEach(type -> serve(type, List.of())));
    }

    @AfterAll
    static void stop() {
        EHR.stop();
    }

    private static void serve(String path, List<JsonNode> rows) {
        String bundle = Requests.bundle(Requests.JSON.createObjectNode(), "searchset", rows)
                .toString();
        EHR.stubFor(get(urlPathEqualTo("/fhir/" + path)).willReturn(okJson(bundle)));
    }

    private static void serveOrder(ObjectNode order) {
        String id = order.path("id").asString();
        EHR.stubFor(get(urlPathEqualTo("/fhir/MedicationRequest/" + id)).willReturn(okJson(order.toString())));
    }

    private static ObjectNode natalizumab() {
        return Requests.order("mia", "603541", "natalizumab [Tysabri]");
    }

    private static ObjectNode amoxicillin() {
        return Requests.order("mia", "617993", "amoxicillin 120 MG/ML Suspension");
    }

    /** What the EHR was asked, without the queries behind the types. */
    private List<String> asked(String service, ObjectNode call) {
        cards(service, Requests.withServer(call, ehr(), "token"));
        return EHR.getAllServeEvents().stream()
                .map(event -> event.getRequest().getUrl())
                .map(url -> url.replaceFirst("^/fhir/", "").replaceFirst("\\?.*", ""))
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"order-select", "order-sign", "medication-prescribe", "medication-refill", "medication-verify"})
    void anOrderThatIsNotOursAsksNothing(String hook) {
        assertThat(asked("pml-" + hook, Requests.call(hook, "mia", amoxicillin())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"order-select", "order-sign", "medication-prescribe", "medication-refill", "medication-verify"})
    void oneThatIsAsksEachTemplateOnce(String hook) {
        assertThat(asked("pml-" + hook, Requests.call(hook, "mia", natalizumab())))
                .hasSize(6)
                .containsAll(HISTORY)
                .containsAll(REST);
    }

    @Test
    void severalOrdersAskNoMoreThanOne() {
        ObjectNode call = Requests.call("order-sign", "mia", natalizumab());
        ObjectNode rituximab = Requests.order("mia", "1657862", "rituximab").put("id", "draft-2");
        ObjectNode again = natalizumab().put("id", "draft-3");
        Requests.bundle(
                (ObjectNode) call.path("context").path("draftOrders"),
                "collection",
                List.of(natalizumab(), rituximab, again, amoxicillin().put("id", "draft-4")));
        assertThat(asked("pml-order-sign", call)).hasSize(6);
    }

    @Test
    void whatWasSentIsNotAskedFor() {
        ObjectNode call = Requests.call("order-sign", "mia", natalizumab());
        call.putObject("prefetch").putNull("labs").putObject("conditions").put("resourceType", "OperationOutcome");
        assertThat(asked("pml-order-sign", call)).hasSize(4).doesNotContain("Observation", "Condition");
    }

    @Test
    void anUnwatchedDispatchedOrderIsReadAndNothingElse() {
        serveOrder(amoxicillin());
        assertThat(asked(
                        "pml-order-dispatch",
                        Requests.dispatch("mia", "MedicationRequest/draft-1", "ServiceRequest/7")))
                .containsExactly("MedicationRequest/draft-1");
    }

    @Test
    void ordersOfAnotherKindAreNotReadAtAll() {
        assertThat(asked("pml-order-dispatch", Requests.dispatch("mia", "ServiceRequest/7", "NutritionOrder/8")))
                .isEmpty();
    }

    @Test
    void aWatchedDispatchedOrderIsReadOnceAndThenTheChart() {
        serveOrder(natalizumab());
        assertThat(asked(
                        "pml-order-dispatch",
                        Requests.dispatch("mia", "MedicationRequest/draft-1", ehr() + "/MedicationRequest/draft-1")))
                .hasSize(7)
                .contains("MedicationRequest/draft-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient-view", "encounter-start"})
    void aChartWithoutWatchedDrugsIsReadNoFurtherThanItsMedicines(String hook) {
        serve("MedicationRequest", List.of(amoxicillin().put("status", "active")));
        assertThat(asked("pml-" + hook, Requests.opening(hook, "mia"))).containsExactlyInAnyOrderElementsOf(HISTORY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"patient-view", "encounter-start"})
    void aChartWithAWatchedDrugIsReadOnce(String hook) {
        serve("MedicationRequest", List.of(natalizumab().put("status", "active")));
        assertThat(asked("pml-" + hook, Requests.opening(hook, "mia")))
                .hasSize(6)
                .containsAll(HISTORY)
                .containsAll(REST);
    }

    @Test
    void aChartThatWasSentAsksNothing() {
        ObjectNode call = Requests.opening("patient-view", "nora-high-index");
        assertThat(asked("pml-patient-view", Requests.withPrefetch(call, NamedPatient.on(TODAY, "nora-high-index"))))
                .isEmpty();
    }
}
