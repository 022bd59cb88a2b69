package org.pmlguard.bench;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A chart as an EHR sends it along: one search set for each prefetch key of the service. */
final class Prefetched {

    private final Map<String, ObjectNode> bundles = new LinkedHashMap<>();
    private final LocalDate today;
    private int added;

    private Prefetched(LocalDate today) {
        this.today = today;
    }

    /** The least from which the same card comes: the antibody index, and that natalizumab has been given for more than two years. */
    static Prefetched least(LocalDate today) {
        Prefetched chart = new Prefetched(today);
        chart.fill("conditions", List.of());
        chart.fill("labs", List.of(Results.jcvIndex(today.minusDays(60))));
        chart.fill("medicationRequests", List.of());
        chart.fill("medicationStatements", List.of(Infusions.told(today)));
        chart.fill("medicationAdministrations", List.of());
        chart.fill("procedures", List.of());
        return chart;
    }

    /** An ordinary one, which can be made to grow. */
    static Prefetched whole(LocalDate today) {
        Prefetched chart = new Prefetched(today);
        chart.fill("conditions", Problems.until(today));
        chart.fill("labs", Results.until(today));
        chart.fill("medicationRequests", HomeMedications.prescribed(today));
        chart.fill("medicationStatements", HomeMedications.stated(today));
        chart.fill("medicationAdministrations", Infusions.until(today));
        chart.fill("procedures", Examinations.until(today));
        return chart;
    }

    private void fill(String key, List<ObjectNode> resources) {
        ObjectNode bundle = Json.object("{'resourceType': 'Bundle', 'type': 'searchset', 'entry': []}");
        bundles.put(key, bundle);
        resources.forEach(resource -> add(key, resource));
    }

    private void add(String key, ObjectNode resource) {
        ObjectNode bundle = Objects.requireNonNull(bundles.get(key));
        ArrayNode entries = (ArrayNode) bundle.get("entry");
        entries.addObject().set("resource", resource);
        bundle.put("total", entries.size());
    }

    /** Adds one more resource of an ordinary chart, narrative included. */
    void grow() {
        int number = added++;
        switch (number % 3) {
            case 0 -> add("labs", Results.told(100 + number, today));
            case 1 -> add("medicationRequests", HomeMedications.told(number, today));
            default -> add("conditions", Problems.told(number, today));
        }
    }

    ObjectNode toJson() {
        ObjectNode prefetch = Json.object("{}");
        bundles.forEach(prefetch::set);
        return prefetch;
    }
}
