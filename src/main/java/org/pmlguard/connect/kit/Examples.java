package org.pmlguard.connect.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The example conversations of {@code hooks/<service>/examples}, which the tests replay. */
public final class Examples {

    private static final Pattern PLACE = Pattern.compile(".*/hooks/([^/]+)/examples/([^/]+)\\.request\\.json");

    private final List<Example> all;

    private Examples(List<Example> all) {
        this.all = all;
    }

    /**
     * An example.
     *
     * @param service the id of the service it is for
     * @param name of the example
     */
    public record Example(String service, String name, Resource request) {

        /** The name of its file. */
        public String file() {
            return name + ".request.json";
        }

        /** What it is about, in words. */
        public String words() {
            return name.replace('-', ' ');
        }

        /** The body of the call. */
        public byte[] body() {
            try {
                return request.getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Those packed with the program. */
    public static Examples shipped() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/hooks/*/examples/*.request.json");
            return new Examples(Arrays.stream(files)
                    .flatMap(file -> example(file).stream())
                    .sorted(Comparator.comparing(Example::service).thenComparing(Example::name))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Example> example(Resource file) {
        try {
            Matcher place = PLACE.matcher(file.getURL().toString());
            return place.matches() ? Optional.of(new Example(place.group(1), place.group(2), file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a service. */
    public List<Example> of(String service) {
        return all.stream().filter(one -> one.service().equals(service)).toList();
    }

    /** One of them. */
    public Optional<Example> find(String service, String file) {
        return of(service).stream().filter(one -> one.file().equals(file)).findFirst();
    }
}
