package org.pmlguard.cdshooks;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** How this room turns the bytes of a body into a tree, and what it has to say into bytes. */
final class Json {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxTokenCount(500_000)
            .maxStringLength(1_000_000)
            .maxNumberLength(100)
            .maxNameLength(256)
            .build();

    /** Decimals keep their digits, since a resource may have to be echoed as it came. */
    private static final JsonMapper LIBERAL = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(LIMITS)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final JsonMapper STRICT = LIBERAL.rebuild()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Json() {}

    /** Reads what somebody else sent: a byte order mark before it and anything after it is let pass. */
    static JsonNode read(byte[] body) {
        return understood(() -> LIBERAL.readTree(body));
    }

    /**
     * The same without one member of the object, which is passed over; it ends there if all of the head has come before.
     */
    static JsonNode readHead(byte[] body, String without, Set<String> head) {
        return understood(() -> {
            try (JsonParser json = LIBERAL.createParser(body)) {
                return json.nextToken() == JsonToken.START_OBJECT
                        ? members(json, without, head)
                        : LIBERAL.missingNode();
            }
        });
    }

    private static ObjectNode members(JsonParser json, String without, Set<String> head) {
        ObjectNode read = LIBERAL.createObjectNode();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            if (!name.equals(without)) {
                read.set(name, LIBERAL.readTree(json));
            } else if (head.stream().allMatch(read::has)) {
                return read;
            } else {
                json.skipChildren();
            }
        }
        return read;
    }

    private static JsonNode understood(Supplier<JsonNode> reading) {
        try {
            return reading.get();
        } catch (JacksonException e) {
            throw new BadCall("", "The body must be JSON" + place(e.getLocation()) + ".");
        } catch (NumberFormatException _) { // an exponent beyond what BigDecimal holds, which Jackson lets through
            throw new BadCall("", "The body must hold no number whose exponent is out of range.");
        }
    }

    /** Reads what we publish ourselves: one JSON value, no member twice, nothing after it. */
    static JsonNode readOurs(String text) {
        try {
            return STRICT.readTree(text);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("A service definition must be JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Characters first, bytes after: half a surrogate pair then becomes a question mark instead of an exception. */
    static byte[] write(Consumer<JsonGenerator> content) {
        StringWriter text = new StringWriter(1024);
        try (JsonGenerator json = LIBERAL.createGenerator(text)) {
            content.accept(json);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String place(TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (it is not at line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
