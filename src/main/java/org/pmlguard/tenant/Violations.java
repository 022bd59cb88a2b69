package org.pmlguard.tenant;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;

/** Everything that is wrong with a configuration, to be said at once. Names properties and rules, never a value. */
final class Violations {

    private final Set<String> all = new LinkedHashSet<>();

    void add(String path, String rule) {
        all.add(path + " " + rule);
    }

    void require(boolean holds, String path, String rule) {
        if (!holds) {
            add(path, rule);
        }
    }

    /** A value that says in an exception why it cannot be made. */
    <T> Optional<T> made(String path, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (IllegalArgumentException e) {
            add(path, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** Which setting could not be bound: one nobody knows, or one of the wrong kind. */
    static String place(BindException failure) {
        return failure.getCause() instanceof UnboundConfigurationPropertiesException unknown
                ? unknown.getUnboundProperties().stream()
                        .map(property -> property.getName().toString())
                        .sorted()
                        .collect(Collectors.joining(", "))
                : String.valueOf(failure.getName());
    }

    List<String> all() {
        return List.copyOf(all);
    }

    /** Refuses if there is any. */
    void refuse() {
        if (!all.isEmpty()) {
            throw new ConfigurationRefused(all());
        }
    }
}
