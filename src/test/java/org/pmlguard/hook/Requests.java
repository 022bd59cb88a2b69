package org.pmlguard.hook;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls as an EHR would make them. */
final class Requests {

    static final JsonMapper JSON = JsonMapper.builder().build();
    static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

    private static final Map<String, String> PREFETCH = Map.of(
            "conditions", "Condition",
            "labs", "Observation",
            "medicationRequests", "MedicationRequest",
            "medicationStatements", "MedicationStatement",
            "medicationAdministrations", "MedicationAdministration",
            "procedures", "Procedure");

    private Requests() {}

    /** A draft order of one drug for a patient. */
    static ObjectNode order(String patient, String code, String display) {
        ObjectNode order = JSON.createObjectNode();
        order.put("resourceType", "MedicationRequest")
                .put("id", "draft-1")
                .put("status", "draft")
                .put("intent", "order");
        ObjectNode drug = order.putObject("medicationCodeableConcept");
        drug.putArray("coding")
                .addObject()
                .put("system", RXNORM)
                .put("code", code)
                .put("display", display);
        drug.put("text", display);
        order.putObject("subject").put("reference", "Patient/" + patient);
        return order;
    }

    /** A call without prefetch and without a FHIR server. */
    static ObjectNode call(String hook, String patient, JsonNode order) {
        ObjectNode call = JSON.createObjectNode();
        call.put("hook", hook).put("hookInstance", "6cbf5a0e-6c4d-4f8e-9b0c-2f5d1c1c7a01");
        ObjectNode context = call.putObject("context");
        context.put("userId", "Practitioner/example").put("patientId", patient);
        if (hook.equals("order-select")) {
            context.putArray("selections")
                    .add("MedicationRequest/" + order.path("id").asString());
        }
        switch (hook) {
            case "medication-prescribe", "medication-refill" ->
                bundle(context.putObject("medications"), "collection", List.of(order));
            case "medication-verify" -> context.putObject("order").set("resource", order);
            default -> bundle(context.putObject("draftOrders"), "collection", List.of(order));
        }
        return call;
    }

    /** A call when a chart is opened or an encounter begins. */
    static ObjectNode opening(String hook, String patient) {
        ObjectNode call = JSON.createObjectNode();
        call.put("hook", hook).put("hookInstance", "6cbf5a0e-6c4d-4f8e-9b0c-2f5d1c1c7a01");
        ObjectNode context = call.putObject("context");
        context.put("userId", "Practitioner/example").put("patientId", patient);
        if (hook.equals("encounter-start")) {
            context.put("encounterId", "today");
        }
        return call;
    }

    /** A call when signed orders go to whoever carries them out. */
    static ObjectNode dispatch(String patient, String... orders) {
        ObjectNode call = opening("order-dispatch", patient);
        ObjectNode context = (ObjectNode) call.path("context");
        context.remove("userId");
        context.put("performer", "Organization/infusion-centre");
        ArrayNode references = context.putArray("dispatchedOrders");
        List.of(orders).forEach(references::add);
        return call;
    }

    /** The same call with everything we ask for sent along. */
    static ObjectNode withPrefetch(ObjectNode call, NamedPatient patient) {
        ObjectNode prefetch = call.putObject("prefetch");
        PREFETCH.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry ->
                        bundle(prefetch.putObject(entry.getKey()), "searchset", patient.ofType(entry.getValue())));
        return call;
    }

    static ObjectNode withServer(ObjectNode call, String server, String token) {
        call.put("fhirServer", server);
        call.putObject("fhirAuthorization")
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("expires_in", 300)
                .put("scope", "patient/*.read")
                .put("subject", "pml-guard");
        return call;
    }

    static ObjectNode bundle(ObjectNode into, String type, List<JsonNode> resources) {
        into.put("resourceType", "Bundle").put("type", type);
        ArrayNode entries = into.putArray("entry");
        resources.forEach(resource -> entries.addObject().set("resource", resource));
        return into;
    }
}
