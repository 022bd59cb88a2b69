package org.pmlguard.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.pmlguard.demo.ehr.DayTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The chart of an invented patient: that of a named one, under another id, on another day, with other JCV indices. */
final class PastChart {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JCV_INDEX = "100977-8";

    private PastChart() {}

    /** All resources of the chart. */
    static List<JsonNode> of(PastVisit visit) {
        String name = visit.role().id();
        String told = text("/fhir-profiles/examples/" + name + ".json").replace(name, visit.patient());
        List<JsonNode> resources = JSON.readTree(DayTokens.resolved(told, visit.chartOn()))
                .path("entry")
                .valueStream()
                .map(entry -> entry.path("resource"))
                .toList();
        resources.stream().filter(PastChart::isIndex).forEach(index -> multiply(index, visit));
        return resources;
    }

    private static boolean isIndex(JsonNode resource) {
        return resource.path("code")
                .path("coding")
                .path(0)
                .path("code")
                .asString("")
                .equals(JCV_INDEX);
    }

    private static void multiply(JsonNode index, PastVisit visit) {
        if (index.path("valueQuantity") instanceof ObjectNode quantity
                && quantity.path("value").isNumber()) {
            quantity.put(
                    "value",
                    quantity.path("value")
                            .decimalValue()
                            .multiply(visit.indexTimes())
                            .setScale(2, RoundingMode.HALF_UP));
        }
    }

    private static String text(String path) {
        try (InputStream file = PastChart.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no patient at " + path);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
