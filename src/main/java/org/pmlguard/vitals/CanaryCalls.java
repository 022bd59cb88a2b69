package org.pmlguard.vitals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.regex.Pattern;
import org.pmlguard.vitals.Canary.Expected;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the invented orders, and makes the calls an EHR would send for them. */
final class CanaryCalls {

    static final String SERVICE = "pml-order-sign";

    private static final String FILE = "/vitals/canaries.yaml";
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final String PATIENT = "synthetic-canary";
    private static final List<String> KEYS = List.of(
            "conditions",
            "labs",
            "medicationRequests",
            "medicationStatements",
            "medicationAdministrations",
            "procedures");
    private static final Pattern AGO = Pattern.compile("\"(P[0-9]+[DWMY]) ago\"");

    private CanaryCalls() {}

    /** The orders that are shipped. */
    static List<Canary> shipped() {
        try (InputStream file = CanaryCalls.class.getResourceAsStream(FILE)) {
            return YAML.readTree(file)
                    .path("canaries")
                    .valueStream()
                    .map(CanaryCalls::canary)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Canary canary(JsonNode entry) {
        return new Canary(
                entry.path("name").asString(),
                expected(entry.path("expects").asString()),
                entry.path("order"),
                entry.path("prefetch"));
    }

    private static Expected expected(String written) {
        return switch (written) {
            case "silence" -> new Expected.Silence();
            case "incomplete" -> new Expected.Incomplete();
            default -> new Expected.RuleSpeaks(written);
        };
    }

    /** The body of a call; {@code P3M ago} in a resource becomes the day three months before today. */
    static byte[] body(Canary canary, LocalDate today) {
        ObjectNode call = YAML.createObjectNode();
        call.put("hook", "order-sign").put("hookInstance", "00000000-0000-4000-8000-000000000000");
        ObjectNode context = call.putObject("context");
        context.put("userId", "Practitioner/synthetic").put("patientId", PATIENT);
        bundle(context.putObject("draftOrders")).addObject().set("resource", order(canary));
        if (canary.prefetch().isObject()) {
            ObjectNode prefetch = call.putObject("prefetch");
            KEYS.forEach(key ->
                    fill(bundle(prefetch.putObject(key)), canary.prefetch().path(key)));
        }
        return dated(call.toString(), today).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static ArrayNode bundle(ObjectNode into) {
        return into.put("resourceType", "Bundle").put("type", "searchset").putArray("entry");
    }

    private static void fill(ArrayNode entries, JsonNode resources) {
        resources.forEach(resource -> entries.addObject().set("resource", ofPatient((ObjectNode) resource.deepCopy())));
    }

    private static ObjectNode order(Canary canary) {
        ObjectNode order = YAML.createObjectNode();
        order.put("resourceType", "MedicationRequest")
                .put("id", "draft-1")
                .put("status", "draft")
                .put("intent", "order");
        order.set("medicationCodeableConcept", canary.order());
        return ofPatient(order);
    }

    private static ObjectNode ofPatient(ObjectNode resource) {
        resource.putObject("subject").put("reference", "Patient/" + PATIENT);
        return resource;
    }

    private static String dated(String json, LocalDate today) {
        return AGO.matcher(json).replaceAll(found -> "\"" + today.minus(Period.parse(found.group(1))) + "\"");
    }
}
