package org.pmlguard.replay;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Where an order came from: the organisation that gave the care of its encounter, else the one that requests it. Persons are
 * not counted.
 */
final class Clinics {

    static final String UNKNOWN = "unknown";

    private final Map<String, JsonNode> encounters = new HashMap<>();
    private final Library library;

    /** @param encounters of the order's patient */
    Clinics(Collection<JsonNode> encounters, Library library) {
        this.library = library;
        encounters.forEach(encounter -> this.encounters.put(encounter.path("id").asString(""), encounter));
    }

    String of(JsonNode order) {
        return encounter(order)
                .flatMap(encounter -> organization(encounter.path("serviceProvider")))
                .or(() -> organization(order.path("requester")))
                .or(() -> organization(order.path("requester").path("onBehalfOf")))
                .orElse(UNKNOWN);
    }

    private Optional<JsonNode> encounter(JsonNode order) {
        return Stream.of("encounter", "context")
                .map(name -> order.path(name).path("reference").asString(""))
                .flatMap(reference -> Stream.ofNullable(encounters.get(id(reference))))
                .findFirst();
    }

    private static String id(String reference) {
        return reference.substring(Math.max(reference.lastIndexOf('/'), reference.lastIndexOf(':')) + 1);
    }

    private Optional<String> organization(JsonNode pointer) {
        String reference = pointer.path("reference").asString("");
        Optional<JsonNode> found = library.find(reference);
        String type = found.map(node -> node.path("resourceType").asString("")).orElseGet(() -> type(reference));
        return switch (type) {
            case "Organization" -> Optional.of(name(pointer, found, reference));
            case "PractitionerRole" -> found.flatMap(role -> organization(role.path("organization")));
            default -> Optional.empty();
        };
    }

    private static String type(String reference) {
        return ("/" + reference).contains("/Organization/") || reference.startsWith("Organization?")
                ? "Organization"
                : "";
    }

    private static String name(JsonNode pointer, Optional<JsonNode> found, String reference) {
        return Stream.of(
                        found.map(node -> node.path("name").asString("")).orElse(""),
                        pointer.path("display").asString(""),
                        reference)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(UNKNOWN);
    }
}
