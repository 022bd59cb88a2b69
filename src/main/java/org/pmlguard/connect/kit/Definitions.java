package org.pmlguard.connect.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.pmlguard.cdshooks.Discovery;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The service definitions where no server runs that could be asked for them. */
public final class Definitions {

    private Definitions() {}

    /** Those packed with the program, in the order of their ids. */
    public static Discovery shipped() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:/hooks/*/service.json");
            return new Discovery(Arrays.stream(files)
                    .sorted(Comparator.comparing(Resource::getDescription))
                    .map(Definitions::text)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
