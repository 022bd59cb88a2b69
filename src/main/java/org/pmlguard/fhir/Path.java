package org.pmlguard.fhir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One way to an element of a resource.
 *
 * @param head the element to begin with
 * @param rest the elements inside it, outermost first
 */
record Path(String head, List<String> rest) {

    /** The steps of a dotted path. */
    static Path of(String dotted) {
        List<String> steps = List.of(dotted.split("\\.", -1));
        return new Path(steps.getFirst(), steps.subList(1, steps.size()));
    }

    /** Whether the element stands in the resource itself. */
    boolean isDirect() {
        return rest.isEmpty();
    }

    /** What it leads to. Most paths are those of other FHIR versions, and lead nowhere: that is told by one look. */
    List<JsonNode> in(JsonNode resource) {
        if (resource.isArray()) {
            return across(resource);
        }
        JsonNode start = resource.get(head);
        if (start == null || start.isNull()) {
            return List.of();
        }
        return isDirect() && !start.isArray() ? List.of(start) : beyond(start);
    }

    /** The one element it leads to, told without a list; null where there is none, or it is not so simple. */
    @Nullable
    JsonNode alone(JsonNode resource) {
        JsonNode start = isDirect() ? resource.get(head) : null;
        return start == null || start.isArray() || start.isNull() ? null : start;
    }

    private List<JsonNode> across(JsonNode resources) {
        List<JsonNode> found = new ArrayList<>();
        resources.forEach(resource -> found.addAll(in(resource)));
        return found;
    }

    private List<JsonNode> beyond(JsonNode start) {
        List<JsonNode> found = new ArrayList<>(1);
        collect(start, 0, found);
        return found;
    }

    private void collect(@Nullable JsonNode node, int step, List<JsonNode> found) {
        if (node == null || node.isNull()) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> collect(item, step, found));
        } else if (step == rest.size()) {
            found.add(node);
        } else {
            collect(node.get(rest.get(step)), step + 1, found);
        }
    }
}
