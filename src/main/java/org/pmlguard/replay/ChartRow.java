package org.pmlguard.replay;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A row of a patient's chart, and when what of it was known.
 *
 * @param key the prefetch key it answers
 * @param open the row as it stood before it ended
 * @param known when it came to be known; empty if it does not say, and then it was always known
 * @param ended when it ended, if it did and says so
 */
record ChartRow(String key, JsonNode row, JsonNode open, Optional<Moment> known, Optional<Moment> ended) {

    private static final String ORDERS = "medicationRequests";
    private static final String STATEMENTS = "medicationStatements";

    /** What of a record is read, by type, and under which key of the services. */
    static final Map<String, String> KEYS = Map.of(
            "Condition", "conditions",
            "Observation", "labs",
            "MedicationRequest", ORDERS,
            "MedicationOrder", ORDERS,
            "MedicationPrescription", ORDERS,
            "MedicationDispense", ORDERS,
            "MedicationStatement", STATEMENTS,
            "MedicationUsage", STATEMENTS,
            "MedicationAdministration", "medicationAdministrations",
            "Procedure", "procedures");

    /** A resource of one of the types that are read. */
    static ChartRow of(JsonNode row) {
        String key = KEYS.getOrDefault(row.path("resourceType").asString(""), "");
        Optional<Moment> ended = AsOf.ended(row);
        return new ChartRow(key, row, ended.isPresent() ? AsOf.beforeItEnded(row) : row, AsOf.known(row), ended);
    }

    boolean isKnown(Moment moment) {
        return known.filter(later -> later.isAfter(moment)).isEmpty();
    }

    /** The row with nothing in it that came after a moment. */
    JsonNode at(Moment moment) {
        return ended.filter(later -> later.isAfter(moment)).isPresent() ? open : row;
    }
}
