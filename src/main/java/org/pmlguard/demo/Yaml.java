package org.pmlguard.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Our own files of the demo. */
final class Yaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private Yaml() {}

    static <T> T read(String path, Class<T> type) {
        try (InputStream file = Yaml.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("no file at " + path);
            }
            return MAPPER.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
