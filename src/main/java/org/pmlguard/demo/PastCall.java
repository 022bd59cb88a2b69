package org.pmlguard.demo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The call that the demo's EHR would have sent on a visit, with the whole chart in its prefetch. */
final class PastCall {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String LABS = "labs";
    private static final Map<String, String> PREFETCH = Map.of(
            "Condition", "conditions",
            "Observation", LABS,
            "MedicationRequest", "medicationRequests",
            "MedicationStatement", "medicationStatements",
            "MedicationAdministration", "medicationAdministrations",
            "Procedure", "procedures");
    private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private PastCall() {}

    /** The body of the call. */
    static byte[] of(PastVisit visit) {
        ObjectNode call = JSON.createObjectNode();
        call.put("hook", hook(visit));
        call.put("hookInstance", UUID.randomUUID().toString());
        call.set("context", context(visit));
        call.set("prefetch", prefetch(visit));
        return JSON.writeValueAsBytes(call);
    }

    private static String hook(PastVisit visit) {
        return visit.service().replace("pml-", "");
    }

    private static ObjectNode context(PastVisit visit) {
        ObjectNode context = JSON.createObjectNode();
        context.put(
                "userId", "Practitioner/" + PastVisits.SYNTHETIC + visit.role().order());
        context.put("patientId", visit.patient());
        if (hook(visit).equals("order-select")) {
            context.putArray("selections").add("MedicationRequest/draft-1");
        }
        bundle(context, "draftOrders").addObject().set("resource", order(visit));
        return context;
    }

    private static ObjectNode order(PastVisit visit) {
        ObjectNode order = JSON.createObjectNode();
        order.put("resourceType", "MedicationRequest");
        order.put("id", "draft-1");
        order.put("status", "draft");
        order.put("intent", "order");
        order.putObject("subject").put("reference", "Patient/" + visit.patient());
        ObjectNode drug = order.putObject("medicationCodeableConcept");
        drug.put("text", visit.product().name());
        if (!visit.product().rxnorm().isEmpty()) {
            drug.putArray("coding")
                    .addObject()
                    .put("system", RXNORM)
                    .put("code", visit.product().rxnorm());
        }
        return order;
    }

    private static ObjectNode prefetch(PastVisit visit) {
        ObjectNode prefetch = JSON.createObjectNode();
        List<JsonNode> chart = PastChart.of(visit);
        PREFETCH.forEach((type, key) -> {
            ArrayNode entries = bundle(prefetch, key);
            chart.stream()
                    .filter(resource -> resource.path("resourceType").asString().equals(type))
                    .forEach(resource -> entries.addObject().set("resource", resource));
        });
        if (!visit.resultsCame()) {
            prefetch.set(LABS, failure());
        }
        return prefetch;
    }

    private static ArrayNode bundle(ObjectNode parent, String name) {
        ObjectNode bundle = parent.putObject(name);
        bundle.put("resourceType", "Bundle");
        bundle.put("type", "collection");
        return bundle.putArray("entry");
    }

    private static JsonNode failure() {
        ObjectNode outcome = JSON.createObjectNode();
        outcome.put("resourceType", "OperationOutcome");
        outcome.putArray("issue").addObject().put("severity", "error").put("code", "exception");
        return outcome;
    }
}
