package org.pmlguard.terminology;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.pmlguard.clinical.CodeSystem;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes FHIR ValueSets. A set shipped today lends its head, the code systems RxNorm and openFDA do not speak of, and its
 * codes: charts hold codes that were retired long ago.
 */
record ValueSetFiles(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    void write(String id, Map<CodeSystem, SortedMap<String, String>> fresh) throws IOException {
        ObjectNode set = shipped(id);
        ArrayNode includes = (ArrayNode) set.path("compose").path("include");
        fresh.forEach((system, codes) -> merge(include(includes, system), codes));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(id + ".json"), text(set), StandardCharsets.UTF_8);
    }

    private static ObjectNode shipped(String id) throws IOException {
        try (InputStream content =
                ValueSetFiles.class.getResourceAsStream("/fhir-profiles/valuesets/" + id + ".json")) {
            return content == null ? blank(id) : (ObjectNode) JSON.readTree(content);
        }
    }

    private static ObjectNode blank(String id) {
        ObjectNode set = JSON.createObjectNode()
                .put("resourceType", "ValueSet")
                .put("id", id)
                .put("url", "https://pmlguard.org/fhir/ValueSet/" + id)
                .put("status", "draft");
        set.putObject("compose").putArray("include");
        return set;
    }

    private static ArrayNode include(ArrayNode includes, CodeSystem system) {
        for (JsonNode include : includes) {
            if (CodeSystem.of(include.path("system").asString("")) == system) {
                return (ArrayNode) include.path("concept");
            }
        }
        return includes.addObject().put("system", system.url()).putArray("concept");
    }

    /** In the order of the fresh codes; a display already there stays. */
    private static void merge(ArrayNode concepts, SortedMap<String, String> fresh) {
        SortedMap<String, String> all = new TreeMap<>(fresh.comparator());
        all.putAll(fresh);
        concepts.forEach(concept -> all.put(
                concept.path("code").asString("").replace("-", ""),
                concept.path("display").asString("")));
        concepts.removeAll();
        all.forEach((code, display) -> concepts.addObject().put("code", code).put("display", display));
    }

    private static String text(ObjectNode set) {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectNameValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(lines)
                .withArrayIndenter(lines);
        return JSON.writer().with(layout).writeValueAsString(set) + "\n";
    }
}
