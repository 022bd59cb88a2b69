package org.pmlguard.cdshooks;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A JSON value and the path that leads to it, so that every refusal can name its place. */
record Located(String path, JsonNode json) {

    /** The member of that name; an explicit null counts as absent. */
    Optional<Located> member(String name) {
        return json.optional(name).filter(value -> !value.isNull()).map(value -> new Located(pathTo(name), value));
    }

    /** The text of a member: a string that is not blank, or a whole number, which some clients send as an id. */
    Optional<String> text(String name) {
        return member(name).flatMap(Located::text);
    }

    /** The text of this value, as {@link #text(String)}. */
    Optional<String> text() {
        boolean readable = json.isString() || json.isIntegralNumber();
        return readable ? Optional.of(json.asString()).filter(text -> !text.isBlank()) : Optional.empty();
    }

    BadCall refusal(String rule) {
        return new BadCall(path, rule);
    }

    /** Refuses a member, present or not. */
    BadCall refusal(String name, String rule) {
        return new BadCall(pathTo(name), rule);
    }

    private String pathTo(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
