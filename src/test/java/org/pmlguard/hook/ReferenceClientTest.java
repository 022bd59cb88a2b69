package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the public reference client, cds-hooks/sandbox, does: its preflights, its headers, and bodies in the shapes it sends,
 * FHIR mistakes included. Written from what it was seen to put on the wire.
 */
@TestPropertySource(properties = "pmlguard.cors.allowed-origins[0]=https://sandbox.cds-hooks.org")
class ReferenceClientTest extends ServerTest {

    private static final String ORIGIN = "https://sandbox.cds-hooks.org";

    /** Signed with a key that everybody has: it proves nothing. */
    private static final String JWT =
            "Bearer eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCIsImtpZCI6IngifQ.eyJpc3MiOiJzYW5kYm94In0.AAAA";

    private HttpRequest.Builder asTheClient(String path) {
        return request(path)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", JWT)
                .header("Origin", ORIGIN)
                .header("Referer", ORIGIN + "/");
    }

    private HttpResponse<String> preflight(String path, String method) {
        return send(request(path)
                .header("Accept", "*/*")
                .header("Origin", ORIGIN)
                .header("Referer", ORIGIN + "/")
                .header("Access-Control-Request-Method", method)
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
    }

    private JsonNode call(String service, ObjectNode body) {
        HttpResponse<String> answer = send(asTheClient("/cds-services/" + service)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(ORIGIN);
        return Requests.JSON.readTree(answer.body()).path("cards");
    }

    @ParameterizedTest
    @CsvSource({
        "/cds-services, GET",
        "/cds-services/pml-order-select, POST",
        "/cds-services/pml-order-sign, POST",
        "/cds-services/pml-patient-view, POST",
        "/cds-services/pml-order-sign/feedback, POST",
    })
    void itsPreflightsNeedNoCredentials(String path, String method) {
        HttpResponse<String> answer = preflight(path, method);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(ORIGIN);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains(method);
        assertThat(answer.headers()
                        .firstValue("Access-Control-Allow-Headers")
                        .orElse("")
                        .toLowerCase(java.util.Locale.ROOT))
                .contains("authorization", "content-type");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials"))
                .isEmpty();
    }

    @Test
    void itFindsTheServicesItCanCall() {
        HttpResponse<String> answer = send(asTheClient("/cds-services").GET().build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains(ORIGIN);
        List<String> hooks =
                Requests.JSON.readTree(answer.body()).path("services").findValuesAsString("hook");
        assertThat(hooks).contains("order-select", "order-sign", "patient-view");
    }

    /** It keys services by their address, so each hook has one of its own. */
    @Test
    void noTwoServicesShareAnAddress() {
        HttpResponse<String> answer = send(asTheClient("/cds-services").GET().build());
        assertThat(Requests.JSON.readTree(answer.body()).path("services").findValuesAsString("id"))
                .doesNotHaveDuplicates();
    }

    /** The form of the prescribing view; the first call comes before a drug is chosen. */
    private static ObjectNode prescribing(String version, boolean chosen) {
        ObjectNode order = Requests.JSON.createObjectNode();
        order.put("resourceType", version.equals("1.0.2") ? "MedicationOrder" : "MedicationRequest");
        order.put("id", "request-123").put("status", "draft");
        order.putObject(version.equals("1.0.2") ? "patient" : "subject").put("reference", "Patient/mia");
        if (chosen) {
            ObjectNode dosage = order.putArray("dosageInstruction").addObject();
            boolean old = version.equals("1.0.2") || version.equals("3.0.2");
            (old ? dosage : dosage.putArray("doseAndRate").addObject())
                    .putObject("doseQuantity")
                    .put("value", 1);
            order.put("intent", "order");
            order.putObject("category").putArray("coding").addObject().put("code", "community");
            ObjectNode drug = order.putObject("medicationCodeableConcept").put("text", "natalizumab [Tysabri]");
            drug.putArray("coding").addObject().put("system", Requests.RXNORM).put("code", "603541");
        }
        ObjectNode call = Requests.call("order-select", "mia", order);
        ObjectNode context = (ObjectNode) call.path("context");
        context.putArray("selections").add(order.path("resourceType").asString() + "/request-123");
        ((ObjectNode) context.path("draftOrders")).remove("type");
        call.put("fhirServer", "http://127.0.0.1:18201/fhir");
        ObjectNode prefetch = call.putObject("prefetch");
        Requests.bundle(prefetch.putObject("conditions"), "searchset", List.of());
        Requests.bundle(prefetch.putObject("labs"), "searchset", List.of());
        return call;
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0.2", "3.0.2", "4.0.1", "5.0.0"})
    void itIsAnsweredNothingBeforeADrugIsChosen(String version) {
        assertThat(call("pml-order-select", prescribing(version, false))).isEmpty();
    }

    /** With a server of version 5 it still sends orders of version 4. */
    @ParameterizedTest
    @CsvSource({
        "1.0.2, DiagnosticOrder",
        "3.0.2, ProcedureRequest",
        "4.0.1, ServiceRequest",
        "5.0.0, ServiceRequest",
    })
    void itIsWarnedInTheVersionItSends(String version, String testOrder) {
        JsonNode card = call("pml-order-select", prescribing(version, true)).path(0);
        assertThat(card.path("summary").asString()).contains("no JCV antibody result on file");
        assertThat(card.path("uuid").asString()).isNotBlank();
        assertThat(card.path("suggestions")
                        .path(0)
                        .path("actions")
                        .path(0)
                        .path("resource")
                        .path("resourceType")
                        .asString())
                .isEqualTo(testOrder);
    }

    @Test
    void openingAChartOfAPatientOnNothingIsQuiet() {
        ObjectNode call = Requests.opening("patient-view", "mia").put("fhirServer", "http://127.0.0.1:18201/fhir");
        Requests.bundle(call.putObject("prefetch").putObject("medicationRequests"), "searchset", List.of());
        assertThat(call("pml-patient-view", call)).isEmpty();
    }
}
