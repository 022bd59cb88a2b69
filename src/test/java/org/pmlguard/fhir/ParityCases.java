package org.pmlguard.fhir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One clinical case, an order and a chart, written in each version of FHIR: {@code fhir/parity}. */
public final class ParityCases {

    /** The prefetch keys whose rows a case has. */
    public static final List<String> KEYS = List.of(
            "conditions",
            "labs",
            "medicationRequests",
            "medicationStatements",
            "medicationAdministrations",
            "procedures");

    private ParityCases() {}

    public static JsonNode of(FhirVersion version) {
        return Samples.file("parity/" + version.name().toLowerCase(Locale.ROOT) + ".json");
    }

    public static Stream<JsonNode> rows(FhirVersion version) {
        return KEYS.stream().flatMap(key -> of(version).path(key).valueStream());
    }
}
