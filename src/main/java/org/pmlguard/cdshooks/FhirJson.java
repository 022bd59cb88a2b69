package org.pmlguard.cdshooks;

import tools.jackson.databind.JsonNode;

/**
 * A FHIR resource in JSON, in whichever FHIR version the caller uses. Members that are null or empty, which FHIR and
 * CDS Hooks both forbid to send, are left out; everything else stays as it is.
 *
 * @param tree a JSON object with a {@code resourceType}; it must not be changed
 */
public record FhirJson(JsonNode tree) {

    public FhirJson {
        Rules.require(tree.isObject(), "A FHIR resource must be a JSON object");
        Rules.require(!tree.path("resourceType").asString("").isBlank(), "A FHIR resource must have a resourceType");
        tree = tree.deepCopy();
        prune(tree);
    }

    /** The resource's id, empty text if it has none. */
    String id() {
        return tree.path("id").asString("");
    }

    /** Elements of arrays keep their place, since FHIR pairs them with their extensions by position. */
    private static void prune(JsonNode node) {
        node.forEach(FhirJson::prune);
        if (node.isObject()) {
            node.asObject().removeIf(FhirJson::isNothing);
        }
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || (value.isContainer() && value.isEmpty())
                || (value.isString() && value.asString().isEmpty());
    }

    /** Shows the type only: the rest is a patient's. */
    @Override
    public String toString() {
        return "FhirJson[" + tree.path("resourceType").asString("") + "]";
    }
}
