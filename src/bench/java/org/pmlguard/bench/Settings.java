package org.pmlguard.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What to measure and for how long.
 *
 * @param jar the packaged server
 * @param report where the result is written
 * @param warmUpRounds rounds that are thrown away
 * @param rounds rounds that count
 * @param roundTime how long a round lasts for each subject
 * @param connections how many requests are under way at the same time
 * @param serverOptions further options of the server's JVM, to compare collectors or to record a profile
 */
record Settings(
        Path jar,
        Path report,
        int warmUpRounds,
        int rounds,
        Duration roundTime,
        int connections,
        List<String> serverOptions) {

    static final String USAGE =
            "<jar> <report> <warm-up rounds> <rounds> <seconds per round> <connections> [options of the server's JVM]";

    Settings {
        serverOptions = List.copyOf(serverOptions);
        if (rounds < 1 || connections < 1 || !roundTime.isPositive()) {
            throw new IllegalArgumentException(USAGE);
        }
    }

    static Settings of(List<String> arguments) {
        if (arguments.size() < 6) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Settings(
                Path.of(arguments.get(0)).toAbsolutePath(),
                Path.of(arguments.get(1)).toAbsolutePath(),
                Integer.parseInt(arguments.get(2)),
                Integer.parseInt(arguments.get(3)),
                Duration.ofSeconds(Long.parseLong(arguments.get(4))),
                Integer.parseInt(arguments.get(5)),
                words(arguments.subList(6, arguments.size())));
    }

    private static List<String> words(List<String> options) {
        return options.stream()
                .flatMap(option -> Stream.of(option.split(" ", -1)))
                .filter(word -> !word.isBlank())
                .toList();
    }
}
