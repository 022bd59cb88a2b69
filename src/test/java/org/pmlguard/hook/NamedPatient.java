package org.pmlguard.hook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A patient of {@code fhir-profiles/examples}, seen on a day: {@code {{today-P3M}}} in the file is three months before it. */
record NamedPatient(String id, List<JsonNode> resources) {

    private static final Path FOLDER = Path.of("fhir-profiles", "examples");
    private static final Pattern DAY = Pattern.compile("\\{\\{today(-P[0-9YMWD]+)?}}");
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
        return JSON.readTree(DAY.matcher(text(FOLDER.resolve(id + ".json"))).replaceAll(day -> resolved(day, today)));
    }

    static Stream<String> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String resolved(java.util.regex.MatchResult day, LocalDate today) {
        String back = day.group(1);
        return Matcher.quoteReplacement(
                (back == null ? today : today.minus(Period.parse(back.substring(1)))).toString());
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
