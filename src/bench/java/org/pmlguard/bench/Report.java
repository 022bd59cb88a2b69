package org.pmlguard.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The result, for people. */
final class Report {

    private static final String TEMPLATE = "performance.md";

    private Report() {}

    static String of(List<Subject> subjects, Series decisive, Settings settings, Machine machine) throws IOException {
        return filled(Map.ofEntries(
                Map.entry("{budget}", whole(Budget.CPU_MICROS)),
                Map.entry("{verdict}", verdict(decisive)),
                Map.entry("{rows}", rows(subjects)),
                Map.entry("{date}", machine.today().toString()),
                Map.entry("{jdk}", machine.jdk()),
                Map.entry("{system}", machine.system()),
                Map.entry("{cores}", Integer.toString(machine.cores())),
                Map.entry("{load}", String.format(Locale.ROOT, "%.1f", machine.loadBefore())),
                Map.entry("{connections}", Integer.toString(settings.connections())),
                Map.entry("{options}", options(settings)),
                Map.entry("{seconds}", Long.toString(settings.roundTime().toSeconds())),
                Map.entry("{warmUpRounds}", Integer.toString(settings.warmUpRounds())),
                Map.entry("{rounds}", Integer.toString(settings.rounds()))));
    }

    private static String filled(Map<String, String> values) throws IOException {
        String text = template();
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace(value.getKey(), value.getValue());
        }
        return text;
    }

    private static String template() throws IOException {
        try (InputStream template = Report.class.getResourceAsStream(TEMPLATE)) {
            return new String(Objects.requireNonNull(template).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static String verdict(Series watched) {
        return "A 20 kB call about a watched drug, with its whole chart, takes **"
                + whole(watched.median(Round::cpuMicros)) + " us of CPU**; the budget of "
                + whole(Budget.CPU_MICROS) + (Budget.holds(watched) ? " us holds." : " us is exceeded.");
    }

    private static String rows(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> row(subject, floor(subjects, subject)))
                .collect(Collectors.joining("\n"));
    }

    /** The first subject of each size. */
    private static Series floor(List<Subject> subjects, Subject of) {
        return subjects.stream()
                .filter(subject -> subject.asked().kilobytes() == of.asked().kilobytes())
                .findFirst()
                .orElse(of)
                .series();
    }

    private static String row(Subject subject, Series floor) {
        Series series = subject.series();
        double perSecond = series.median(Round::perSecond);
        return "| %d kB, %s | %s | %s | %s | %s (%s to %s) | %s | %s |"
                .formatted(
                        subject.asked().kilobytes(),
                        subject.asked().name(),
                        subject.name(),
                        whole(perSecond),
                        fine(perSecond / floor.median(Round::perSecond)),
                        whole(series.median(Round::cpuMicros)),
                        whole(series.lowest(Round::cpuMicros)),
                        whole(series.highest(Round::cpuMicros)),
                        fine(series.median(Round::p50Millis)),
                        fine(series.median(Round::p99Millis)));
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String fine(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }

    private static String options(Settings settings) {
        return settings.serverOptions().isEmpty()
                ? "no further option"
                : "`" + String.join(" ", settings.serverOptions()) + "`";
    }
}
