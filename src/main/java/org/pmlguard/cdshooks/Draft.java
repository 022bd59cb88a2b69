package org.pmlguard.cdshooks;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One resource of a Bundle of draft orders: an order, or something an order points to.
 *
 * @param fullUrl the entry's {@code fullUrl}, by which siblings refer to it
 * @param resource the resource as it came, a JSON object
 */
public record Draft(Optional<String> fullUrl, JsonNode resource) {

    /** Resources that accompany an order and are never one themselves. */
    private static final Set<String> COMPANIONS = Set.of(
            "Medication",
            "Patient",
            "Practitioner",
            "PractitionerRole",
            "RelatedPerson",
            "Organization",
            "Location",
            "Encounter",
            "EpisodeOfCare",
            "Condition",
            "Observation",
            "AllergyIntolerance",
            "Coverage",
            "Device",
            "Provenance",
            "OperationOutcome");

    /** Whether this may be an order; what says nothing of its type may be one. */
    public boolean isOrder() {
        return !COMPANIONS.contains(resource.path("resourceType").asString(""));
    }

    /**
     * Whether a selection or reference means this resource: {@code Type/id}, a URL ending in it, the full URL or the
     * bare id.
     */
    public boolean isNamedBy(String reference) {
        String id = resource.path("id").asString("");
        String typed = resource.path("resourceType").asString("") + "/" + id;
        boolean byId = !id.isEmpty() && (reference.equals(id) || ("/" + reference).endsWith("/" + typed));
        return byId || fullUrl.stream().anyMatch(reference::equals);
    }

    /**
     * All resources in what should be a Bundle. Clients also send the Bundle without its type, an array of resources, a
     * single resource, and each resource inside {@code {"resource": ...}}.
     */
    static List<Draft> unwrap(JsonNode orders) {
        return resources(orders, Optional.empty()).toList();
    }

    private static Stream<Draft> resources(JsonNode node, Optional<String> fullUrl) {
        if (node.isArray()) {
            return node.valueStream().flatMap(each -> resources(each, Optional.empty()));
        }
        if (!node.isObject() || node.isEmpty()) {
            return Stream.empty();
        }
        return isContainer(node) ? contents(node) : Stream.of(new Draft(fullUrl, node));
    }

    private static boolean isContainer(JsonNode node) {
        return node.has("resourceType")
                ? node.path("resourceType").asString("").equals("Bundle")
                : node.has("entry") || node.has("resource") || node.has("fullUrl");
    }

    private static Stream<Draft> contents(JsonNode node) {
        Optional<String> fullUrl = new Located("", node).text("fullUrl");
        return Stream.concat(
                resources(node.path("entry"), Optional.empty()), resources(node.path("resource"), fullUrl));
    }

    /** Shows the type only: the rest is a patient's. */
    @Override
    public String toString() {
        return "Draft[" + (isOrder() ? "order" : "companion") + "]";
    }
}
