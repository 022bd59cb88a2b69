package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.hook.ReferenceForm.Drug;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.Recorded;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A session of the public reference client, cds-hooks/sandbox, with this server and the charts of its demo. */
@TestPropertySource(
        properties = {"pmlguard.cors.allowed-origins[0]=" + ReferenceClient.ORIGIN, "pmlguard.deadline=10s"})
class ReferenceClientTest extends ServerTest {

    private static final String NORA = "nora-high-index";
    private static final String FHIR = "/demo/fhir";

    @Autowired
    private Ledger ledger;

    private ReferenceClient client;

    @BeforeEach
    void open() {
        client = new ReferenceClient("http://localhost:" + port);
    }

    private static HttpResponse<String> readable(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(ReferenceClient.mayRead(answer)).isTrue();
        return answer;
    }

    @ParameterizedTest
    @CsvSource({
        "/cds-services, GET, authorization",
        "/cds-services/pml-order-select, POST, 'authorization,content-type'",
        "/cds-services/pml-order-sign, POST, 'authorization,content-type'",
        "/cds-services/pml-patient-view, POST, 'authorization,content-type'",
        "/cds-services/pml-order-sign/feedback, POST, 'authorization,content-type'",
    })
    void itsPreflightsNeedNoCredentials(String path, String method, String asked) {
        HttpResponse<String> answer = readable(client.preflight(path, method, asked));
        assertThat(list(answer, "Access-Control-Allow-Methods")).contains(method);
        assertThat(list(answer, "Access-Control-Allow-Headers")).contains(asked.split(",", -1));
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    private static String[] list(HttpResponse<String> answer, String header) {
        return answer.headers().firstValue(header).orElse("").split(", ?", -1);
    }

    private JsonNode services() {
        return Requests.JSON.readTree(readable(client.discovery()).body()).path("services");
    }

    /** It keys services by their address, so each hook has one of its own. */
    @Test
    void itFindsTheServicesItCanCall() {
        assertThat(services().findValuesAsString("hook")).contains("order-select", "order-sign", "patient-view");
        assertThat(services().findValuesAsString("id")).doesNotHaveDuplicates();
    }

    @Test
    void itReadsTheChartsOfTheDemo() {
        assertThat(client.firstLook(FHIR, NORA)).hasSize(4).allSatisfy(ReferenceClientTest::readable);
        readable(client.search(FHIR + "/Condition/_search", "patient=" + NORA));
        assertThat(client.firstLook("/demo/fhir-labs-down", NORA)).allSatisfy(ReferenceClientTest::readable);
    }

    /** The whole body of a call: the form, and all that the templates of the service find. */
    private ObjectNode whole(ObjectNode call) {
        JsonNode service = services()
                .valueStream()
                .filter(one -> one.path("hook").equals(call.path("hook")))
                .findFirst()
                .orElseThrow();
        String patient = call.path("context").path("patientId").asString();
        ObjectNode prefetch = client.prefetched(service.path("prefetch"), FHIR, patient);
        assertThat(prefetch.propertyNames())
                .containsExactlyElementsOf(service.path("prefetch").propertyNames());
        call.set("prefetch", prefetch);
        return call;
    }

    private JsonNode cards(ObjectNode call) {
        String service = "pml-" + call.path("hook").asString();
        return Requests.JSON
                .readTree(readable(client.call(service, call)).body())
                .path("cards");
    }

    private String fhirServer() {
        return "http://127.0.0.1:" + port + FHIR;
    }

    private ObjectNode azathioprine(String hook) {
        return whole(ReferenceForm.of("4.0.1", NORA, Drug.AZATHIOPRINE).call(hook, fhirServer()));
    }

    private static ObjectNode feedback(JsonNode card, String outcome) {
        return Requests.JSON
                .createObjectNode()
                .put("card", card.path("uuid").asString())
                .put("outcome", outcome)
                .put("outcomeTimestamp", "2026-11-21T22:39:05.669Z");
    }

    private Recorded.Heard heard(String service, ObjectNode feedback) {
        assertThat(readable(client.feedback(service, feedback)).body()).isEmpty();
        UUID card = UUID.fromString(feedback.path("card").asString());
        return ledger.cases().ofCard(card).orElseThrow().feedback().getLast();
    }

    @Test
    void openingAChartWarnsOfWhatGoesOn() {
        ObjectNode opened = Requests.opening("patient-view", NORA).put("fhirServer", fhirServer());
        JsonNode card = cards(whole(opened)).path(0);
        assertThat(card.path("indicator").asString()).isEqualTo("critical");
        ObjectNode accepted = feedback(card, "accepted");
        JsonNode suggestion = card.path("suggestions").path(0).path("uuid");
        accepted.putArray("acceptedSuggestions").addObject().set("id", suggestion);
        assertThat(heard("pml-patient-view", accepted).suggestions()).containsExactly(suggestion.asString());
    }

    @Test
    void anOrderIsOverriddenWhenItIsSelectedAndQuietWhenItIsSigned() {
        JsonNode card = cards(azathioprine("order-select")).path(0);
        assertThat(card.path("summary").asString()).startsWith("Azathioprine after recent natalizumab");
        ObjectNode overridden = feedback(card, "overridden");
        JsonNode reason = card.path("overrideReasons").path(0);
        overridden
                .putObject("overrideReason")
                .putObject("reason")
                .put("code", reason.path("code").asString())
                .put("system", reason.path("system").asString());
        assertThat(heard("pml-order-select", overridden).reason().orElseThrow().code())
                .isEqualTo(reason.path("code").asString());
        assertThat(cards(azathioprine("order-sign"))).isEmpty();
    }

    /** Its button to dismiss a card sends an override without a reason. */
    @Test
    void whatIsOnlyDismissedIsSaidAgain() {
        ObjectNode order = whole(
                ReferenceForm.of("4.0.1", "hugo-suspected-pml", Drug.FINGOLIMOD).call("order-sign", fhirServer()));
        Recorded.Heard heard = heard("pml-order-sign", feedback(cards(order).path(0), "overridden"));
        assertThat(heard.outcome()).isEqualTo("overridden");
        assertThat(heard.reason()).isEmpty();
        assertThat(cards(order)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.2", "3.0.2", "4.0.1", "5.0.0"})
    void itIsAnsweredNothingBeforeADrugIsChosen(String version) {
        assertThat(cards(ReferenceForm.empty(version, NORA).call("order-select", fhirServer())))
                .isEmpty();
    }

    /** Its other form orders imaging; before a study is chosen there is an empty object for its code. */
    @Test
    void itIsAnsweredNothingWhenItOrdersImaging() {
        ObjectNode call = ReferenceForm.empty("4.0.1", NORA).call("order-select", fhirServer());
        ((ObjectNode) call.path("context")).putArray("selections").add("ServiceRequest/example-request-id");
        ((ObjectNode) call.path("context").path("draftOrders").path("entry").path(0))
                .set("resource", Requests.JSON.readTree("""
                        {"resourceType": "ServiceRequest", "id": "example-request-id", "status": "draft", "intent": "plan",
                         "code": {"coding": [{}]}, "subject": {"reference": "Patient/nora-high-index"}, "reasonCode": []}"""));
        assertThat(cards(call)).isEmpty();
    }

    /** With a server of version 5 it still sends orders of version 4. A server of version 2 has no MedicationRequest. */
    @ParameterizedTest
    @CsvSource({
        "1.0.2, DiagnosticOrder",
        "3.0.2, ProcedureRequest",
        "4.0.1, ServiceRequest",
        "5.0.0, ServiceRequest",
    })
    void itIsWarnedInTheVersionItSends(String version, String testOrder) {
        ReferenceForm form = ReferenceForm.of(version, "mia", Drug.FINGOLIMOD);
        ObjectNode call = form.call("order-select", "http://127.0.0.1:18201/fhir");
        ObjectNode prefetch = call.putObject("prefetch");
        Stream.of("conditions", "medicationRequests", "medicationAdministrations", "procedures")
                .filter(key -> !(form.isDstu2() && key.equals("medicationRequests")))
                .forEach(key -> Requests.bundle(prefetch.putObject(key), "searchset", List.of()));
        Requests.bundle(prefetch.putObject("labs"), "searchset", List.of(VERY_LOW_LYMPHOCYTES));
        Requests.bundle(prefetch.putObject("medicationStatements"), "searchset", List.of(ON_FINGOLIMOD));
        JsonNode card = cards(call).path(0);
        assertThat(card.path("summary").asString()).startsWith("Fingolimod, lymphocytes 0.1");
        assertThat(card.findValuesAsString("resourceType")).as(card.toString()).contains(testOrder);
    }

    private static final JsonNode VERY_LOW_LYMPHOCYTES = Requests.JSON.readTree("""
            {"resourceType": "Observation", "id": "o1", "status": "final", "subject": {"reference": "Patient/mia"},
             "code": {"coding": [{"system": "http://loinc.org", "code": "731-0"}]}, "effectiveDateTime": "2026-11-11",
             "valueQuantity": {"value": 0.1, "unit": "10*9/L"}}""");

    /** With both names of the patient's element, so that it can stand for every version. */
    private static final JsonNode ON_FINGOLIMOD = Requests.JSON.readTree("""
            {"resourceType": "MedicationStatement", "id": "s1", "status": "active", "subject": {"reference": "Patient/mia"},
             "patient": {"reference": "Patient/mia"}, "effectivePeriod": {"start": "2026-03-21"},
             "medicationCodeableConcept": {"text": "fingolimod 0.5 MG Oral Capsule"}}""");
}
