package org.pmlguard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** All numbers: those of the last run of each group. They are kept in a file, and everything else is written from them. */
record Table(List<Row> rows) {

    Table {
        rows = List.copyOf(rows);
    }

    static Table read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Table(List.of());
        }
        try (Stream<String> lines = Files.lines(file)) {
            return new Table(lines.skip(1).map(Row::read).toList());
        }
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of(Row.HEADER));
        rows.forEach(row -> lines.add(row.toCsv()));
        Files.createDirectories(file.resolveSibling(""));
        Files.write(file, lines);
    }

    /** The same with a group measured anew. */
    Table with(List<Row> measured) {
        String group = measured.getFirst().run().group();
        return new Table(Stream.concat(
                        rows.stream().filter(row -> !row.run().group().equals(group)), measured.stream())
                .toList());
    }

    List<Row> of(String group) {
        return rows.stream().filter(row -> row.run().group().equals(group)).toList();
    }

    /** What was asked of whom in a group, in the sequence in which it was. */
    List<Row.What> subjects(String group) {
        return of(group).stream().map(Row::what).distinct().toList();
    }

    OptionalDouble median(String group, Row.What what, Measure measure) {
        return of(group).stream()
                .filter(row -> row.what().equals(what) && row.measure() == measure)
                .mapToDouble(Row::median)
                .filter(number -> !Double.isNaN(number))
                .findFirst();
    }

    /** Requests a second as a part of what the floor of the same group does with a request of some size. */
    OptionalDouble share(String group, Row.What what, int kilobytes) {
        OptionalDouble own = median(group, what, Measure.REQUESTS);
        OptionalDouble floor = median(group, Groups.floor(kilobytes), Measure.REQUESTS);
        return own.isPresent() && floor.isPresent()
                ? OptionalDouble.of(own.getAsDouble() / floor.getAsDouble())
                : OptionalDouble.empty();
    }
}
