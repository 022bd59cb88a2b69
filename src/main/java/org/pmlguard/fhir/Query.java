package org.pmlguard.fhir;

import java.util.List;
import java.util.Set;
import org.pmlguard.clinical.Section;
import tools.jackson.databind.JsonNode;

/**
 * One question about the chart.
 *
 * @param key the prefetch key under which a service states it
 * @param section the part of the chart it fills
 * @param types the resources that answer it
 */
record Query(String key, Section section, Set<String> types) {

    static final List<Query> ALL = List.of(
            new Query("conditions", Section.DIAGNOSES, Set.of("Condition")),
            new Query("labs", Section.LABS, Set.of("Observation")),
            new Query(
                    "medicationRequests",
                    Section.MEDICATIONS,
                    Set.of("MedicationRequest", "MedicationOrder", "MedicationPrescription", "MedicationDispense")),
            new Query("medicationStatements", Section.MEDICATIONS, Set.of("MedicationStatement", "MedicationUsage")),
            new Query("medicationAdministrations", Section.MEDICATIONS, Set.of("MedicationAdministration")),
            new Query("procedures", Section.PROCEDURES, Set.of("Procedure")));

    boolean isAnsweredBy(JsonNode resource) {
        return types.contains(resource.path("resourceType").asString(""));
    }

    /** Whether a resource answers the question about another part of the chart: then it strayed in here. */
    boolean isMisplaced(JsonNode resource) {
        return !isAnsweredBy(resource)
                && ALL.stream().anyMatch(other -> other.section() != section && other.isAnsweredBy(resource));
    }
}
