package org.pmlguard.connect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked of the doctor.
 *
 * @param values by their options
 * @param settings given on the command line, as {@code --pmlguard.deadline=2s}
 */
record DoctorOptions(Map<String, String> values, List<String> settings) {

    private static final Set<String> KNOWN = Set.of(
            "--url",
            "--report",
            "--tenant",
            "--config",
            "--token-file",
            "--call",
            "--fhir-token-file",
            "--scopes",
            "--patient",
            "--order-codes",
            "--most-unmapped");
    private static final Set<String> OF_THE_SELF_TEST = Set.of("--url", "--report");

    DoctorOptions {
        values = Map.copyOf(values);
        settings = List.copyOf(settings);
    }

    /**
     * Reads what follows the command.
     *
     * @throws IllegalArgumentException if an option is unknown, has no value, or has none to do with what is asked
     */
    static DoctorOptions read(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        List<String> settings = new ArrayList<>();
        for (int at = 1; at < arguments.length; at++) {
            String name = arguments[at];
            if (name.startsWith("--pmlguard.") || name.startsWith("--spring.")) {
                settings.add(name);
            } else {
                values.put(known(name), value(arguments, ++at, name));
            }
        }
        return checked(new DoctorOptions(values, settings));
    }

    private static String known(String name) {
        if (!KNOWN.contains(name)) {
            throw new IllegalArgumentException("unknown option " + name);
        }
        return name;
    }

    private static String value(String[] arguments, int at, String name) {
        if (at >= arguments.length) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return arguments[at];
    }

    private static DoctorOptions checked(DoctorOptions options) {
        boolean ofATenant = options.values.containsKey("--tenant");
        if (ofATenant ? options.values.containsKey("--url") : !OF_THE_SELF_TEST.containsAll(options.values.keySet())) {
            throw new IllegalArgumentException(
                    ofATenant ? "--url tries a server, --tenant a site: one of them" : "that needs --tenant");
        }
        return options;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int number(String name, int otherwise) {
        String text = values.getOrDefault(name, String.valueOf(otherwise));
        if (!text.matches("\\d{1,3}")) {
            throw new IllegalArgumentException(name + " must be a number");
        }
        return Integer.parseInt(text);
    }

    /** The text of the file that an option names. */
    Optional<String> text(String name) throws IOException {
        Optional<String> file = value(name);
        return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(Path.of(file.get())));
    }

    /** The lines of that file that say something. */
    List<String> lines(String name) throws IOException {
        return text(name).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }
}
