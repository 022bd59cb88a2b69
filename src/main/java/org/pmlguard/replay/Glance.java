package org.pmlguard.replay;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * What a line is, seen without making a tree of it: enough to know where it belongs.
 *
 * @param type the resource's type; empty if it is none
 * @param id empty if it has none
 * @param owner the reference to its patient as it is written; empty if it has none
 * @param isCall whether it is a CDS Hooks request
 */
record Glance(String type, String id, String owner, boolean isCall) {

    /** The same limits that hold for what an EHR answers. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(100)
                    .maxTokenCount(500_000)
                    .maxStringLength(1_000_000)
                    .maxNumberLength(100)
                    .maxNameLength(256)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** Looks at a line; empty if it is not one JSON object. */
    static Optional<Glance> at(byte[] line) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            Glance glance = members(json);
            return json.nextToken() == null ? Optional.of(glance) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static Glance members(JsonParser json) {
        String type = "";
        String id = "";
        String owner = "";
        boolean isCall = false;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "resourceType" -> type = text(json, value);
                case "id" -> id = text(json, value);
                case "hook" -> isCall = true;
                case "subject", "patient" -> owner = owner.isEmpty() ? reference(json, value) : owner;
                default -> {}
            }
            json.skipChildren();
        }
        return new Glance(type, id, owner, isCall && type.isEmpty());
    }

    private static String text(JsonParser json, JsonToken value) {
        return value == JsonToken.VALUE_STRING ? json.getString() : "";
    }

    private static String reference(JsonParser json, JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            return text(json, value);
        }
        String reference = "";
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken inner = json.nextToken();
            if (name.equals("reference")) {
                reference = text(json, inner);
            }
            json.skipChildren();
        }
        return reference;
    }

    /** The id of the patient it belongs to; empty if the reference cannot be followed to a patient of the export. */
    Optional<String> patient() {
        int history = owner.indexOf("/_history/");
        String current = history < 0 ? owner : owner.substring(0, history);
        if (current.startsWith("urn:uuid:")) {
            return Optional.of(current.substring("urn:uuid:".length()));
        }
        int typed = ("/" + current).lastIndexOf("/Patient/");
        String patient = typed < 0 ? "" : current.substring(typed + "Patient/".length());
        return Optional.of(patient).filter(text -> text.matches("[^/?#]+"));
    }
}
