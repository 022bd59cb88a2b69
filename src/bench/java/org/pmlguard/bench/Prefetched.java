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

    Prefetched(LocalDate today) {
        this.today = today;
        fill("conditions", Problems.until(today));
        fill("labs", Results.until(today));
        fill("medicationRequests", HomeMedications.prescribed(today));
        fill("medicationStatements", HomeMedications.stated(today));
        fill("medicationAdministrations", Infusions.until(today));
        fill("procedures", Examinations.until(today));
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
