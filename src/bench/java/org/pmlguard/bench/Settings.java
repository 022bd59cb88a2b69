package org.pmlguard.bench;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to measure and for how long.
 *
 * @param group which comparisons; {@code all} for every one
 * @param jar the packaged server
 * @param assembly the script that makes the image's parts out of it
 * @param report where the result is written; the numbers and the picture go beside it
 * @param warmUp how long a server is under load before it is measured
 * @param rounds rounds that count
 * @param roundTime how long a round lasts for each subject
 * @param connections how many requests are under way at the same time
 * @param starts how often each way to start is measured
 * @param serverOptions further options of the server's JVM, to compare collectors or to record a profile
 * @param other where another CDS Hooks service answers calls of order-sign
 */
public record Settings(
        String group,
        Path jar,
        Path assembly,
        Path report,
        Duration warmUp,
        int rounds,
        Duration roundTime,
        int connections,
        int starts,
        List<String> serverOptions,
        Optional<URI> other) {

    public Settings {
        serverOptions = List.copyOf(serverOptions);
        if (rounds < 1 || connections < 1 || starts < 1 || !roundTime.isPositive()) {
            throw new IllegalArgumentException("rounds, connections, starts and seconds must be 1 or more");
        }
    }

    /** From arguments {@code name=value}. */
    static Settings of(List<String> arguments) {
        Map<String, String> given = arguments.stream()
                .map(argument -> argument.split("=", 2))
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
        return new Settings(
                value(given, "group"),
                path(given, "jar"),
                path(given, "assembly"),
                path(given, "report"),
                Duration.ofSeconds(number(given, "warm-up")),
                number(given, "rounds"),
                Duration.ofSeconds(number(given, "seconds")),
                number(given, "connections"),
                number(given, "starts"),
                words(value(given, "server-options")),
                Optional.of(value(given, "other"))
                        .filter(address -> !address.isBlank())
                        .map(URI::create));
    }

    private static String value(Map<String, String> given, String name) {
        String value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException("missing: " + name + "=...");
        }
        return value;
    }

    private static Path path(Map<String, String> given, String name) {
        return Path.of(value(given, name)).toAbsolutePath();
    }

    private static int number(Map<String, String> given, String name) {
        return Integer.parseInt(value(given, name));
    }

    private static List<String> words(String options) {
        return Stream.of(options.split(" ", -1)).filter(word -> !word.isBlank()).toList();
    }

    /** Where servers run and leave their logs. */
    Path directory() {
        return jar.resolveSibling("bench");
    }

    /** How it was measured, in one line of the table. */
    String method() {
        return "%d s of warm-up for each server; %d rounds of %d s; %d connections; %s"
                .formatted(
                        warmUp.toSeconds(),
                        rounds,
                        roundTime.toSeconds(),
                        connections,
                        serverOptions.isEmpty() ? "no further options" : String.join(" ", serverOptions));
    }
}
