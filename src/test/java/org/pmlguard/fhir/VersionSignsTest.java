package org.pmlguard.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.pmlguard.cdshooks.Call;
import tools.jackson.databind.JsonNode;

/** Which version a caller speaks, told by what it sends. */
class VersionSignsTest {

    private static final String DRUG = "'medicationCodeableConcept': {'text': 'natalizumab'}";

    private static FhirVersion of(Call call) {
        return VersionSigns.of(call, java.util.List.of());
    }

    @ParameterizedTest
    @EnumSource(
            value = FhirVersion.class,
            names = {"DSTU2", "STU3", "R4", "R5"})
    void anOrderAloneShowsItsVersion(FhirVersion version) {
        JsonNode order = ParityCases.of(version).path("order");
        assertThat(of(Samples.call(order.toString(), ""))).isEqualTo(version);
    }

    @ParameterizedTest
    @EnumSource(
            value = FhirVersion.class,
            names = {"DSTU2", "STU3", "R4", "R5"})
    void soDoTheRowsOfAChartWithoutAnOrder(FhirVersion version) {
        String rows = ParityCases.rows(version)
                .map(row -> "'" + row.path("id").asString() + "': " + row)
                .collect(java.util.stream.Collectors.joining(", "));
        assertThat(of(Samples.prefetched(rows))).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "https://ehr.example/fhir/r4, R4",
        "https://ehr.example/api/FHIR/DSTU2/, DSTU2",
        "https://ehr.example/baseDstu3, STU3",
        "https://ehr.example/r4b/fhir, R4B",
        "https://ehr.example/R5, R5",
        "https://r4dio.example/fhir, R4",
    })
    void anAddressIsAHint(String server, FhirVersion version) {
        assertThat(of(Samples.call("", "'fhirServer': '" + server + "'"))).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.2, Conformance, DSTU2",
        "3.0.2, CapabilityStatement, STU3",
        "4.3.0, CapabilityStatement, R4B",
        "5.0.0, CapabilityStatement, R5",
    })
    void soIsACapabilityStatementInThePrefetch(String stated, String type, FhirVersion version) {
        assertThat(of(Samples.prefetched(
                        "'metadata': {'resourceType': '" + type + "', 'fhirVersion': '" + stated + "'}")))
                .isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // an R4 client that keeps the single category of STU3
                "'dosageInstruction': [{'doseAndRate': [{'doseQuantity': {'value': 1}}]}], 'category': {'text': 'x'} | R4",
                // an STU3 client
                "'dosageInstruction': [{'doseQuantity': {'value': 1}}], 'category': {'text': 'x'} | STU3",
                // an R4 client that puts the dose where STU3 has it
                "'dosageInstruction': [{'doseQuantity': {'value': 1}}], 'encounter': {'reference': 'Encounter/1'} | R4",
                "'dosageInstruction': [{'doseQuantity': {'value': 1}}] | R4",
                "'requester': {'agent': {'reference': 'Practitioner/1'}} | STU3",
                "'dosageInstruction': [{'doseAndRate': {'doseQuantity': {'value': 1}}}] | R4",
            })
    void carelessOrdersAreTakenForWhatTheyMostLikelyAre(String elements, FhirVersion version) {
        String order = "{'resourceType': 'MedicationRequest', 'id': 'd', " + DRUG + ", " + elements.strip() + "}";
        assertThat(of(Samples.call(order, ""))).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({"https://ehr.example/fhir/r5, R4", "https://ehr.example/fhir/dstu2, R4"})
    void theShapeOfTheOrderIsBelievedBeforeTheAddress(String server, FhirVersion version) {
        String order = "{'resourceType': 'MedicationRequest', 'id': 'd', " + DRUG
                + ", 'dosageInstruction': [{'doseAndRate': [{}]}], 'encounter': {'reference': 'Encounter/1'}}";
        assertThat(of(Samples.call(order, "'fhirServer': '" + server + "'"))).isEqualTo(version);
    }
}
