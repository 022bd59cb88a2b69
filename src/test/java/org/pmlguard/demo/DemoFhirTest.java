package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The FHIR server of the demo answers searches as EHRs do, keeps what is ordered, and forgets it on reset. */
class DemoFhirTest extends DemoServer {

    private static final String NORA = "patient=nora-high-index";

    @BeforeEach
    void reset() {
        assertThat(send("POST", "/demo/reset", "").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "MedicationAdministration?patient=nora-high-index; 30",
                "MedicationAdministration?subject=Patient/nora-high-index; 30",
                "MedicationAdministration?patient=nora-high-index&date=ge2026-06-01; 5",
                "MedicationAdministration?patient=nora-high-index&date=lt2024-07-01; 2",
                "MedicationAdministration?patient=nora-high-index&status=in-progress; 0",
                "Observation?patient=nora-high-index&code=http://loinc.org%7C731-0,http://loinc.org%7C26474-7; 1",
                "Observation?patient=nora-high-index&code=100977-8; 2",
                "Observation?patient=nora-high-index&code=http://snomed.info/sct%7C100977-8; 0",
                "Observation?patient=nora-high-index&category=laboratory; 3",
                "Observation?patient=nora-high-index&category=vital-signs; 0",
                "Observation?patient=nobody; 0",
                "Condition?patient=nora-high-index&made-up=1; 1",
                "Patient; 14"
            })
    void aSearchFindsWhatFits(String query, int count) {
        assertThat(json("/demo/fhir/" + query).path("total").asInt(-1)).isEqualTo(count);
    }

    @Test
    void theNewestComesFirstIfAskedFor() {
        List<String> dates = json("/demo/fhir/Observation?" + NORA + "&_sort=-date")
                .path("entry")
                .valueStream()
                .map(entry -> entry.path("resource").path("effectiveDateTime").asString())
                .toList();
        assertThat(dates).containsExactly("2026-10-12", "2026-10-12", "2024-05-21");
    }

    @Test
    void aLongAnswerComesInPagesOnTheSameServer() {
        JsonNode first = json("/demo/fhir/MedicationAdministration?" + NORA + "&_count=20");
        assertThat(first.path("entry").size()).isEqualTo(20);
        String next = first.path("link")
                .valueStream()
                .filter(link -> link.path("relation").asString().equals("next"))
                .findFirst()
                .orElseThrow()
                .path("url")
                .asString();
        assertThat(next).startsWith(base() + "/demo/fhir?");
        assertThat(json(next).path("entry").size()).isEqualTo(10);
    }

    @Test
    void aTestThatIsOrderedIsInTheChartUntilItIsTakenBack() {
        String order = """
                {"resourceType": "ServiceRequest", "status": "active", "intent": "order",
                 "subject": {"reference": "Patient/nora-high-index"}}""";
        HttpResponse<String> created = send("POST", "/demo/fhir/ServiceRequest", order);
        assertThat(created.statusCode()).isEqualTo(201);
        String id = JSON.readTree(created.body()).path("id").asString();
        String here = "/demo/fhir/ServiceRequest/" + id;
        assertThat(json("/demo/fhir/ServiceRequest?" + NORA).path("total").asInt())
                .isEqualTo(1);
        String changed = order.replace("{\"resourceType\"", "{\"id\": \"" + id + "\", \"resourceType\"")
                .replace("active", "on-hold");
        assertThat(send("PUT", here, changed).statusCode()).isEqualTo(200);
        assertThat(json(here).path("status").asString()).isEqualTo("on-hold");
        assertThat(send("DELETE", here, "").statusCode()).isBetween(200, 204);
        assertThat(get(here).statusCode()).isIn(404, 410);
    }

    @Test
    void resetBringsBackWhatWasThereAndNothingElse() {
        send("DELETE", "/demo/fhir/Patient/nora-high-index", "");
        send("POST", "/demo/fhir/ServiceRequest", "{\"resourceType\": \"ServiceRequest\"}");
        reset();
        assertThat(get("/demo/fhir/Patient/nora-high-index").statusCode()).isEqualTo(200);
        assertThat(json("/demo/fhir/ServiceRequest").path("total").asInt()).isZero();
    }

    @Test
    void whereTheLaboratoryIsDownOnlyItsResultsFail() {
        assertThat(get("/demo/fhir-labs-down/Observation?" + NORA).statusCode()).isEqualTo(500);
        assertThat(get("/demo/fhir-labs-down/Condition?" + NORA).statusCode()).isEqualTo(200);
    }

    @Test
    void aBrokenFeedFailsForThatPatientOnly() {
        assertThat(get("/demo/fhir/Observation?patient=paul-lab-feed-down").statusCode())
                .isEqualTo(500);
        assertThat(get("/demo/fhir/Observation?" + NORA).statusCode()).isEqualTo(200);
    }

    @Test
    void theMixedUpRecordIsSomebodyElses() {
        assertThat(get("/demo/fhir-wrong-patient/Condition?" + NORA).body())
                .contains("Patient/clara-past-pml")
                .doesNotContain("Patient/nora-high-index");
        assertThat(get("/demo/fhir-wrong-patient/Condition?patient=clara-past-pml")
                        .body())
                .contains("Patient/nora-high-index");
    }

    @Test
    void theServerSaysWhatItCan() {
        assertThat(json("/demo/fhir/metadata").path("fhirVersion").asString()).isEqualTo("4.0.1");
    }

    @Test
    void aPageElsewhereReadsItOnlyIfItMayCall() {
        String named = from(NEIGHBOUR, "GET", "/demo/fhir/Patient")
                .headers()
                .firstValue("Access-Control-Allow-Origin")
                .orElse("");
        assertThat(named).isEqualTo(NEIGHBOUR);
        assertThat(from("https://stranger.example", "GET", "/demo/fhir/Patient").statusCode())
                .isEqualTo(403);
        assertThat(from("https://stranger.example", "POST", "/demo/fhir/ServiceRequest")
                        .statusCode())
                .isEqualTo(403);
        assertThat(json("/demo/fhir/ServiceRequest").path("total").asInt()).isZero();
    }

    @Test
    void aPageElsewhereMayAddToAChartAndNotTakeFromIt() {
        assertThat(from(NEIGHBOUR, "POST", "/demo/fhir/ServiceRequest").statusCode())
                .isEqualTo(201);
        assertThat(from(NEIGHBOUR, "DELETE", "/demo/fhir/Patient/nora-high-index")
                        .statusCode())
                .isEqualTo(403);
        assertThat(from(base(), "DELETE", "/demo/fhir/Patient/nora-high-index").statusCode())
                .isBetween(200, 204);
    }
}
