package org.pmlguard.bench.steady;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run is to do, as it stands on the command line: {@code seconds=120 watched=10}. */
record Plan(Path jar, Path directory, Map<String, String> words) {

    Plan {
        words = Map.copyOf(words);
    }

    static Plan of(Path jar, Path directory, String text) {
        Map<String, String> words = Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> word.contains("="))
                .map(word -> word.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(word -> word[0], word -> word[1]));
        return new Plan(jar.toAbsolutePath(), directory.toAbsolutePath(), words);
    }

    int number(String name, int otherwise) {
        return Integer.parseInt(words.getOrDefault(name, Integer.toString(otherwise)));
    }

    Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(number(name, otherwise));
    }

    /** The server, with a heap of 256 MB; {@code cpus=0} ties it to one core, {@code set=a=1;b=2} sets something. */
    Server server() throws IOException {
        List<String> tied = words.containsKey("cpus") ? List.of("taskset", "-c", words.get("cpus")) : List.of();
        List<String> options = Stream.of("-Xms256m;-Xmx256m;-XX:+UseSerialGC", words.getOrDefault("jvm", ""))
                .flatMap(Plan::parts)
                .toList();
        List<String> settings =
                parts(words.getOrDefault("set", "")).map(one -> "--" + one).toList();
        return Server.start(tied, options, jar, directory, number("port", 8650), settings);
    }

    private static Stream<String> parts(String list) {
        return Arrays.stream(list.split(";", -1)).filter(part -> !part.isBlank());
    }

    /** Ten of a hundred for a watched drug; {@code watched=} and {@code selecting=} change that. */
    Mix mix() {
        return Mix.of(number("watched", 10), number("selecting", 0), today());
    }

    static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.systemDefault()));
    }
}
