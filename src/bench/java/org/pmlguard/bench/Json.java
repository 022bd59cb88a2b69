package org.pmlguard.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON that is written for people here and sent without white space, as an EHR sends it. */
final class Json {

    private static final JsonMapper JACKSON = new JsonMapper();

    private Json() {}

    /** An object, from a text with single quotes and the values that go into its gaps. */
    static ObjectNode object(String text, Object... values) {
        return (ObjectNode) JACKSON.readTree(text.replace('\'', '"').formatted(values));
    }

    static JsonNode read(String json) {
        return JACKSON.readTree(json);
    }
}
