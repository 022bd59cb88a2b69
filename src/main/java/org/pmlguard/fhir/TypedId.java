package org.pmlguard.fhir;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A resource's name on its server: {@code Medication/7}. */
record TypedId(String type, String id) {

    private static final Pattern RELATIVE = Pattern.compile("([A-Z][A-Za-z]+)/([^/?#]+)(/_history/[^/?#]*)?");

    /** What a relative reference names, whatever version of it. */
    static Optional<TypedId> of(String reference) {
        Matcher parts = RELATIVE.matcher(reference);
        return parts.matches() ? Optional.of(new TypedId(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** The name of a resource, byte for byte as {@code Type/id}; empty text if it has no id. */
    static String nameOf(JsonNode resource) {
        String type = resource.path("resourceType").asString("");
        String id = resource.path("id").asString("");
        return id.isEmpty() || type.isEmpty() ? id : type + "/" + id;
    }

    /** The query that reads it; empty for dots, which are no id but a way up the path. */
    Optional<String> query() {
        boolean isUp = id.equals(".") || id.equals("..");
        return isUp ? Optional.empty() : Optional.of(type + "/" + encodedId());
    }

    /** The id as a part of an address. */
    String encodedId() {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return type + "/" + id;
    }
}
