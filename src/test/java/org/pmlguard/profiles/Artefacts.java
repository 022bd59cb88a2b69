package org.pmlguard.profiles;

import ca.uhn.fhir.context.FhirContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.ValueSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files under test, read from where the build takes them. */
final class Artefacts {
    static final FhirContext FHIR = FhirContext.forR4Cached();
    private static final Path PROFILES = Path.of("fhir-profiles");
    private static final Path KNOWLEDGE = Path.of("src/main/resources/knowledge");

    private Artefacts() {}

    static List<Path> valueSetFiles() {
        return files("valuesets");
    }

    static List<Path> codeSystemFiles() {
        return files("codesystems");
    }

    static Stream<Path> all() {
        return Stream.concat(valueSetFiles().stream(), codeSystemFiles().stream());
    }

    static MetadataResource resource(Path file) {
        return (MetadataResource) FHIR.newJsonParser().parseResource(text(file));
    }

    static ValueSet valueSet(String id) {
        return (ValueSet) resource(PROFILES.resolve("valuesets").resolve(id + ".json"));
    }

    static CodeSystem codeSystem(Path file) {
        return (CodeSystem) resource(file);
    }

    /** The name of a file without its ending. */
    static String id(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a table: {@code table("drugs")} reads {@code drugs.yaml} and its only key. */
    static List<JsonNode> table(String name) {
        JsonNode root = new YAMLMapper().readTree(KNOWLEDGE.resolve(name + ".yaml"));
        return root.required(name).valueStream().toList();
    }

    static String idOf(JsonNode row) {
        return row.required("id").asString();
    }

    static List<String> strings(JsonNode row, String key) {
        return row.path(key).valueStream().map(JsonNode::asString).toList();
    }

    /** Every {@code system|code} of the value sets a row names under a key. */
    static Set<String> codes(JsonNode row, String key) {
        Set<String> codes = new TreeSet<>();
        for (String id : strings(row, key)) {
            for (ValueSet.ConceptSetComponent include :
                    valueSet(id).getCompose().getInclude()) {
                include.getConcept().forEach(c -> codes.add(include.getSystem() + "|" + c.getCode()));
            }
        }
        return codes;
    }

    private static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(PROFILES.resolve(folder))) {
            return files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
