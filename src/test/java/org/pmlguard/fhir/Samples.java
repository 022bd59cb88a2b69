package org.pmlguard.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Service;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls to read. In JSON written here, single quotes stand for double ones. */
final class Samples {

    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    static final Service SERVICE = service("""
            {'hook': 'order-sign', 'id': 'pml', 'description': 'PML', 'prefetch': {
              'conditions': 'Condition?patient={{context.patientId}}',
              'labs': 'Observation?patient={{context.patientId}}&category=laboratory',
              'medicationRequests': 'MedicationRequest?patient={{context.patientId}}',
              'medicationStatements': 'MedicationStatement?patient={{context.patientId}}',
              'medicationAdministrations': 'MedicationAdministration?patient={{context.patientId}}'}}
            """);

    private Samples() {}

    static Service service(String definition) {
        return Service.read(json(definition));
    }

    static JsonNode json(String text) {
        return JSON.readTree(text.replace('\'', '"'));
    }

    static JsonNode file(String name) {
        try (InputStream file = Samples.class.getResourceAsStream("/fhir/" + name)) {
            return JSON.readTree(Objects.requireNonNull(file).readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Call call(JsonNode request) {
        return new CallReader().read(request.toString().getBytes(StandardCharsets.UTF_8), SERVICE);
    }

    /** An order-sign call for patient mia with some draft orders and further members, each comma-separated. */
    static Call call(String drafts, String further) {
        return call(
                json("{'hook': 'order-sign', 'context': {'patientId': 'mia', 'draftOrders': {'resourceType': 'Bundle',"
                        + " 'entry': [" + drafts + "]}}" + (further.isEmpty() ? "" : ", " + further) + "}"));
    }

    /** A call with that prefetch only. */
    static Call prefetched(String prefetch) {
        return call("", "'prefetch': {" + prefetch + "}");
    }

    /** A searchset of resources, comma-separated. */
    static String bundle(String... resources) {
        String entries = String.join("}, {'resource': ", resources);
        return "{'resourceType': 'Bundle', 'type': 'searchset', 'entry': ["
                + (resources.length == 0 ? "" : "{'resource': " + entries + "}") + "]}";
    }
}
