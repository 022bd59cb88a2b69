package org.pmlguard.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parts of the page, from the numbers. */
final class Sections {

    private static final String NOT_YET = "Not measured yet.";

    private Sections() {}

    /** What whole servers did in a group. */
    static String servers(Table table, String group) {
        String head = """
                | request | server | req/s | of the floor | CPU us, median (lowest to highest) | kB allocated | p50 ms | p99 ms |
                |---|---|--:|--:|--:|--:|--:|--:|
                """;
        return of(table, group, head, what -> server(table, group, what)) + resident(table, group);
    }

    private static String server(Table t, String group, Row.What what) {
        return "| %d kB, %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        what.kilobytes(),
                        what.request(),
                        what.server(),
                        median(t, group, what, Measure.REQUESTS),
                        share(t, group, what),
                        spread(t, group, what, Measure.CPU),
                        median(t, group, what, Measure.ALLOCATED),
                        median(t, group, what, Measure.P50),
                        median(t, group, what, Measure.P99));
    }

    /** A rate that was asked for is no part of anything. */
    private static String share(Table t, String group, Row.What what) {
        boolean isPaced = what.server().endsWith(Groups.PACED) || what.server().endsWith(Groups.QUIETLY);
        return isPaced ? "-" : fine(t.share(group, what, what.kilobytes()));
    }

    private static String resident(Table table, String group) {
        String told = table.of(group).stream()
                .filter(row -> row.measure() == Measure.RESIDENT)
                .map(row -> row.what().server() + " " + Measure.RESIDENT.told(row.median()) + " MB")
                .collect(Collectors.joining(", "));
        return told.isEmpty() ? "" : "\n\nResident memory afterwards: " + told + ".";
    }

    /** What the ledger adds to an answer where there is time for everything. */
    static String addedLatency(Table table) {
        OptionalDouble without = quiet(table, Groups.IN_MEMORY);
        OptionalDouble file = quiet(table, Groups.DURABLE);
        OptionalDouble postgres = quiet(table, Groups.ON_POSTGRES);
        if (without.isEmpty() || file.isEmpty() || postgres.isEmpty()) {
            return NOT_YET;
        }
        return String.format(
                Locale.ROOT,
                "Half of the answers came within %.1f ms with the ledger in memory, %.1f ms with an H2 file (%+.1f ms) and"
                        + " %.1f ms with PostgreSQL (%+.1f ms).",
                without.getAsDouble(),
                file.getAsDouble(),
                file.getAsDouble() - without.getAsDouble(),
                postgres.getAsDouble(),
                postgres.getAsDouble() - without.getAsDouble());
    }

    private static OptionalDouble quiet(Table table, String server) {
        return table.median("ledger", new Row.What(20, Case.WATCHED, server + Groups.QUIETLY), Measure.P50);
    }

    /** How long starts took. */
    static String starts(Table table) {
        String head = """
                | how | seconds, median (lowest to highest) | MB resident after it |
                |---|--:|--:|
                """;
        return of(
                table,
                "start",
                head,
                what -> "| %s | %s | %s |"
                        .formatted(
                                what.server(),
                                spread(table, "start", what, Measure.FIRST_CARD),
                                median(table, "start", what, Measure.RESIDENT)));
    }

    /** What the parts of a call took by themselves. */
    static String parts(Table table) {
        String head = """
                | part | us, median (lowest to highest) | kB allocated |
                |---|--:|--:|
                """;
        return of(
                table,
                "parts",
                head,
                what -> "| %s | %s | %s |"
                        .formatted(
                                what.request(),
                                spread(table, "parts", what, Measure.TIME),
                                median(table, "parts", what, Measure.TAKEN)));
    }

    private static String of(Table table, String group, String head, Function<Row.What, String> row) {
        List<Row> rows = table.of(group);
        if (rows.isEmpty()) {
            return NOT_YET;
        }
        Run run = rows.getFirst().run();
        String lines = table.subjects(group).stream().map(row).collect(Collectors.joining("\n"));
        return "%s: %s; %s.\n\n%s%s".formatted(run.day(), run.machine(), run.method(), head, lines);
    }

    private static String median(Table table, String group, Row.What what, Measure measure) {
        return measure.told(table.median(group, what, measure).orElse(Double.NaN));
    }

    private static String spread(Table table, String group, Row.What what, Measure measure) {
        Optional<Row> row = table.of(group).stream()
                .filter(one -> one.what().equals(what) && one.measure() == measure)
                .findFirst();
        return row.filter(known -> !Double.isNaN(known.median()))
                .map(known -> "%s (%s to %s)"
                        .formatted(
                                measure.told(known.median()),
                                measure.told(known.lowest()),
                                measure.told(known.highest())))
                .orElse("-");
    }

    private static String fine(OptionalDouble number) {
        return number.isPresent() ? String.format(Locale.ROOT, "%.3f", number.getAsDouble()) : "-";
    }
}
