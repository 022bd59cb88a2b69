package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Each patient's story is what PML Guard makes of it, when it fetches the chart itself. */
class StoriesTest extends DemoServer {

    /** As every visitor does first; the FHIR server is made then. */
    @BeforeEach
    void openAChart() {
        assertThat(get("/demo/fhir/Patient/nora-high-index").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "nora-high-index, critical, PML-019",
        "lea-new-start, warning, PML-015",
        "clara-past-pml, critical, PML-001",
        "olga-new-aphasia, critical, PML-004",
        "grace-crohn-azathioprine, critical, PML-011",
        "david-lymphopenia-on-fumarate, critical, PML-030",
        "frank-cll, warning, PML-050",
        "karl-kidney-transplant, warning, PML-072",
        "ivan-hiv-low-cd4, critical, PML-055",
        "hugo-suspected-pml, critical, PML-003",
        "ben-no-jcv-test, warning, PML-015"
    })
    void speaksOf(String patient, String indicator, String rule) {
        JsonNode card = signed(patient).path(0);
        assertThat(card.path("indicator").asString()).isEqualTo(indicator);
        assertThat(card.path("detail").asString()).contains(rule).doesNotContain("Not known");
    }

    @ParameterizedTest
    @CsvSource({"emma-stable", "rosa-look-alike"})
    void isSilentAbout(String patient) {
        assertThat(signed(patient)).isEmpty();
    }

    @Test
    void saysThatPaulsResultsCouldNotBeRead() {
        assertThat(signed("paul-lab-feed-down").path(0).path("summary").asString())
                .contains("PML check incomplete", "laboratory results");
    }

    @Test
    void everyStoryIsHeldToItsWord() {
        assertThat(Cast.shipped().ids()).hasSize(11 + 2 + 1);
    }

    @Test
    void afterAResetAnOverrideKeepsNobodyElsesCardQuiet() {
        JsonNode card = signed("ben-no-jcv-test").path(0);
        override(card);
        assertThat(signed("ben-no-jcv-test")).isEmpty();
        assertThat(send("POST", "/demo/reset", "").statusCode()).isEqualTo(204);
        assertThat(signed("ben-no-jcv-test").path(0).path("detail").asString())
                .isEqualTo(card.path("detail").asString());
    }

    private void override(JsonNode card) {
        ObjectNode feedback = JSON.createObjectNode();
        feedback.put("card", card.path("uuid").asString()).put("outcome", "overridden");
        feedback.putObject("overrideReason")
                .set("reason", card.path("overrideReasons").path(0));
        assertThat(send("POST", "/cds-services/pml-order-sign/feedback", feedback.toString())
                        .statusCode())
                .isEqualTo(200);
    }

    private JsonNode signed(String patient) {
        Cast.Role role = Cast.shipped().patients().stream()
                .filter(one -> one.id().equals(patient))
                .findFirst()
                .orElseThrow();
        String told = "http://127.0.0.1:" + port + "/demo/fhir";
        ObjectNode call = JSON.createObjectNode()
                .put("hook", "order-sign")
                .put("hookInstance", "6cbf5a0e-6c4d-4f8e-9b0c-2f5d1c1c7a01")
                .put("fhirServer", told);
        ObjectNode context =
                call.putObject("context").put("userId", "Practitioner/1").put("patientId", patient);
        context.putObject("draftOrders").putArray("entry").addObject().set("resource", order(role));
        return JSON.readTree(send("POST", "/cds-services/pml-order-sign", call.toString())
                        .body())
                .path("cards");
    }

    private static ObjectNode order(Cast.Role role) {
        Formulary.Product product = Formulary.shipped().products().stream()
                .filter(one -> one.id().equals(role.order()))
                .findFirst()
                .orElseThrow();
        ObjectNode order = JSON.createObjectNode()
                .put("resourceType", "MedicationRequest")
                .put("id", "draft-1")
                .put("status", "draft")
                .put("intent", "order");
        order.putObject("subject").put("reference", "Patient/" + role.id());
        ObjectNode drug = order.putObject("medicationCodeableConcept").put("text", product.name());
        if (!product.rxnorm().isEmpty()) {
            drug.putArray("coding")
                    .addObject()
                    .put("system", "http://www.nlm.nih.gov/research/umls/rxnorm")
                    .put("code", product.rxnorm());
        }
        return order;
    }
}
