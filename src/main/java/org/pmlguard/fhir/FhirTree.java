package org.pmlguard.fhir;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Turns the bytes of a FHIR resource into a tree, within limits that no honest resource needs to exceed. */
public final class FhirTree {

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(100)
            .maxTokenCount(500_000)
            .maxStringLength(1_000_000)
            .maxNumberLength(100)
            .maxNameLength(256)
            .build();

    private static final JsonMapper JSON = JsonMapper.builder(
                    JsonFactory.builder().streamReadConstraints(LIMITS).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private FhirTree() {}

    /** The resource in a body, if it is one. */
    public static Optional<JsonNode> parse(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body))
                    .filter(tree -> !tree.path("resourceType").asString("").isBlank());
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
