package org.pmlguard.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.pmlguard.demo.ehr.DayTokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A patient of {@code fhir-profiles/examples}, seen on a day: {@code {{today-P3M}}} in the file is three months before it. */
record NamedPatient(String id, List<JsonNode> resources) {

    private static final Path FOLDER = Path.of("fhir-profiles", "examples");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static NamedPatient on(LocalDate today, String id) {
        JsonNode bundle = bundle(today, id);
        return new NamedPatient(
                id,
                bundle.path("entry")
                        .valueStream()
                        .map(entry -> entry.path("resource"))
                        .toList());
    }

    static JsonNode bundle(LocalDate today, String id) {
        return JSON.readTree(DayTokens.resolved(text(FOLDER.resolve(id + ".json")), today));
    }

    static Stream<String> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> ofType(String type) {
        return resources.stream()
                .filter(resource -> resource.path("resourceType").asString().equals(type))
                .toList();
    }
}
