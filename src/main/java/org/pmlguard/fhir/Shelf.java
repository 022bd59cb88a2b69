package org.pmlguard.fhir;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Medications of one server that were read a short while ago. A Medication says what a product is and nothing of a
 * patient; nothing else is ever put here, and of a Medication only what we read.
 */
final class Shelf {

    private static final Set<String> READ =
            Set.of("resourceType", "id", "code", "form", "doseForm", "ingredient", "product", "contained");
    private static final int CHARACTERS = 5_000_000;

    private final Cache<TypedId, JsonNode> medications = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumWeight(CHARACTERS)
            .weigher(
                    (TypedId name, JsonNode medication) -> medication.toString().length())
            .build();

    Optional<JsonNode> find(TypedId name) {
        return Optional.ofNullable(medications.getIfPresent(name));
    }

    void keep(TypedId name, JsonNode medication) {
        if (name.type().equals("Medication") && medication instanceof ObjectNode node) {
            medications.put(name, node.deepCopy().retain(READ));
        }
    }
}
