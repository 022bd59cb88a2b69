package org.pmlguard.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resources that belong to no patient and that others point to: medicines, and who gives care. They are kept in memory, no
 * more of each than is read. Filled by one thread, then read by many.
 */
final class Library {

    static final Set<String> TYPES =
            Set.of("Medication", "Substance", "Organization", "PractitionerRole", "Location", "HealthcareService");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Set<String> READ = Set.of(
            "resourceType",
            "id",
            "code",
            "ingredient",
            "form",
            "doseForm",
            "product",
            "contained",
            "name",
            "organization",
            "managingOrganization");

    private final Map<String, byte[]> resources = new HashMap<>();

    void add(JsonNode resource) {
        ObjectNode kept = (ObjectNode) resource.deepCopy();
        kept.retain(READ);
        resources.put(name(resource), JSON.writeValueAsBytes(kept));
    }

    private static String name(JsonNode resource) {
        return resource.path("resourceType").asString("") + "/"
                + resource.path("id").asString("");
    }

    /** What a reference points to. */
    Optional<JsonNode> find(String reference) {
        return typed(reference)
                .flatMap(name -> Optional.ofNullable(resources.get(name)))
                .map(JSON::readTree);
    }

    private Optional<String> typed(String reference) {
        if (reference.startsWith("urn:uuid:")) {
            String id = reference.substring("urn:uuid:".length());
            return TYPES.stream()
                    .map(type -> type + "/" + id)
                    .filter(resources::containsKey)
                    .findFirst();
        }
        int history = reference.indexOf("/_history/");
        String[] parts = (history < 0 ? reference : reference.substring(0, history)).split("/", -1);
        return parts.length < 2
                ? Optional.empty()
                : Optional.of(parts[parts.length - 2] + "/" + parts[parts.length - 1]);
    }

    /** The medicines that rows point to, and what those are made of, by the references as they are written. */
    Map<String, JsonNode> medicines(Collection<JsonNode> rows) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            follow(references(row.path("medicationReference")), found);
            follow(references(row.path("medication")), found);
        }
        return found;
    }

    private void follow(List<String> references, Map<String, JsonNode> found) {
        for (String reference : references) {
            if (!found.containsKey(reference)) {
                find(reference).ifPresent(medicine -> {
                    found.put(reference, medicine);
                    follow(references(medicine.path("ingredient")), found);
                    follow(references(medicine.path("product")), found);
                });
            }
        }
    }

    private static List<String> references(JsonNode node) {
        List<String> references = new ArrayList<>();
        if (node.isString()) {
            references.add(node.asString());
        }
        for (JsonNode reference : node.findValues("reference")) {
            references.addAll(reference.isObject() ? references(reference) : List.of(reference.asString("")));
        }
        return references;
    }
}
