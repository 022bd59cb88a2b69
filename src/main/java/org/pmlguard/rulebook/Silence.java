package org.pmlguard.rulebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Something that raises no card on purpose, and why. */
record Silence(String what, String why) {

    private static final String FILE = "/rulebook/silences.yaml";

    private record Silences(List<Silence> silences) {}

    /** Those the program ships; a member that is missing or unknown stops the start. */
    static List<Silence> shipped() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                .build();
        try (InputStream file = Silence.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("no file at " + FILE);
            }
            return List.copyOf(yaml.readValue(file, Silences.class).silences());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
