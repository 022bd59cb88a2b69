package org.pmlguard.replay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The weeks of a replay as bars, and as the rows of a table that says the same. Weeks without an order have their place.
 *
 * @param most the cards of the fullest week
 */
record WeekChart(List<Week> weeks, long most) {

    static final int WIDTH = 720;
    static final int HEIGHT = 160;

    private static final int MOST_TICKS = 8;

    WeekChart {
        weeks = List.copyOf(weeks);
    }

    /** A part of a bar. */
    record Part(String kind, double x, double y, double width, double height) {}

    /** A week: its Monday, what was counted, and its bar from the bottom up. */
    record Week(String monday, Counts counts, List<Part> parts, boolean hasTick, double x) {
        Week {
            parts = List.copyOf(parts);
        }
    }

    static WeekChart of(Tally tally) {
        List<LocalDate> mondays = mondays(tally);
        long most = mondays.stream()
                .mapToLong(monday -> cards(counts(tally, monday)))
                .max()
                .orElse(0);
        List<Week> weeks = new ArrayList<>();
        for (int at = 0; at < mondays.size(); at++) {
            weeks.add(week(tally, mondays.get(at), at, mondays.size(), Math.max(1, most)));
        }
        return new WeekChart(weeks, most);
    }

    private static List<LocalDate> mondays(Tally tally) {
        List<LocalDate> named =
                tally.names(Dimension.WEEK).stream().map(LocalDate::parse).toList();
        return named.isEmpty()
                ? List.of()
                : Stream.iterate(named.getFirst(), day -> !day.isAfter(named.getLast()), day -> day.plusWeeks(1))
                        .toList();
    }

    private static Counts counts(Tally tally, LocalDate monday) {
        return tally.of(Dimension.WEEK, monday.toString());
    }

    private static long cards(Counts counts) {
        return counts.alerts() + counts.unchecked();
    }

    private static Week week(Tally tally, LocalDate monday, int at, int of, long most) {
        Counts counts = counts(tally, monday);
        double width = (double) WIDTH / of;
        double x = at * width;
        double y = HEIGHT;
        List<Part> parts = new ArrayList<>();
        List<String> kinds = List.of("critical", "warning", "info", "unchecked");
        List<Long> heights = List.of(counts.critical(), counts.warning(), counts.info(), counts.unchecked());
        for (int part = 0; part < kinds.size(); part++) {
            double height = (double) HEIGHT * heights.get(part) / most;
            y -= height;
            if (height > 0) {
                parts.add(new Part(kinds.get(part), x, y, Math.max(0.5, width * 0.85), height));
            }
        }
        return new Week(monday.toString(), counts, parts, at % Math.max(1, (of + MOST_TICKS - 1) / MOST_TICKS) == 0, x);
    }

    public int width() {
        return WIDTH;
    }

    public int height() {
        return HEIGHT;
    }

    /** The weeks in which anything was ordered. */
    public List<Week> told() {
        return weeks.stream().filter(week -> week.counts().orders() > 0).toList();
    }

    /** What the picture shows, in a sentence. */
    public String inWords() {
        return weeks.isEmpty()
                ? "No week."
                : "Cards each week from " + weeks.getFirst().monday() + " to "
                        + weeks.getLast().monday() + ", at most " + most + " in a week. The table below says the same.";
    }
}
