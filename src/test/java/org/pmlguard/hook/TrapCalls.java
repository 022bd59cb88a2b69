package org.pmlguard.hook;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Builds the call of a trap: an order for natalizumab with nothing on file, and what the row changes in it. */
final class TrapCalls {

    private static final String PATIENT = "mia";
    private static final List<String> KEYS = List.of(
            "conditions",
            "labs",
            "medicationRequests",
            "medicationStatements",
            "medicationAdministrations",
            "procedures");

    private TrapCalls() {}

    static String call(JsonNode row) {
        String hook = row.path("service").asString("pml-order-sign").substring("pml-".length());
        ObjectNode call = Requests.call(hook, PATIENT, order(row));
        ObjectNode context = (ObjectNode) call.path("context");
        context.remove("selections");
        bundle(context, row);
        prefetch(call, row);
        change(context, row.path("context"));
        change(call, row.path("call"));
        return call.toString();
    }

    private static ObjectNode order(JsonNode row) {
        ObjectNode order = Requests.order(PATIENT, "603541", "natalizumab");
        if (row.has("drug")) {
            order.set("medicationCodeableConcept", row.path("drug"));
        }
        change(order, row.path("order"));
        return order;
    }

    private static void bundle(ObjectNode context, JsonNode row) {
        for (String name : List.of("draftOrders", "medications")) {
            if (context.path(name) instanceof ObjectNode bundle) {
                change(bundle, row.path("bundle"));
                row.path("beside").forEach(entry -> ((ArrayNode) bundle.path("entry")).add(entry));
            }
        }
    }

    private static void prefetch(ObjectNode call, JsonNode row) {
        ObjectNode prefetch = call.putObject("prefetch");
        KEYS.forEach(prefetch::putNull);
        if (row.has("labs")) {
            ObjectNode result = (ObjectNode) Requests.JSON.readTree("""
                    {"resourceType": "Observation", "id": "o", "status": "final", "effectiveDateTime": "2026-10-12",
                     "code": {"coding": [{"system": "http://loinc.org", "code": "100977-8"}]},
                     "subject": {"reference": "Patient/mia"}}""");
            change(result, row.path("labs"));
            Requests.bundle(prefetch.putObject("labs"), "searchset", List.of(result));
        }
        change(prefetch, row.path("prefetch"));
    }

    /** A value of null is kept in envelopes, where clients send it, and takes an element away from an order. */
    private static void change(ObjectNode into, JsonNode changes) {
        changes.forEachEntry((name, value) -> into.set(name, value));
    }
}
