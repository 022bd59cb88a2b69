package org.pmlguard.knowledge.load;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of the pack's files; {@code knowledge/schema/knowledge.schema.json} holds one definition for each kind. */
final class PackSchema {

    private static final String FILE = "knowledge/schema/knowledge.schema.json";

    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final ObjectNode definitions;

    PackSchema(PackFiles files) {
        this.definitions = (ObjectNode) files.tree(FILE);
    }

    /** Notes everything in the file that its definition does not allow. */
    void check(String kind, String file, JsonNode content, Violations violations) {
        ObjectNode definition = definitions.deepCopy().put("$ref", "#/$defs/" + kind);
        Schema schema = registry.getSchema(definition);
        schema.validate(content)
                .forEach(error -> violations.add(file + error.getInstanceLocation(), error.getMessage()));
    }
}
