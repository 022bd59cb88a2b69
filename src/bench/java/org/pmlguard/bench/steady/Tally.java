package org.pmlguard.bench.steady;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;

/** What became of all calls of a phase, and how long it took. */
final class Tally {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(2);

    private final Map<Kind, Map<Answer, Histogram>> times = new EnumMap<>(Kind.class);

    void add(Kind kind, Answer answer, long nanos) {
        times.computeIfAbsent(kind, one -> new EnumMap<>(Answer.class))
                .computeIfAbsent(answer, one -> new Histogram(LONGEST, 3))
                .recordValue(Math.clamp(nanos / 1_000, 0, LONGEST));
    }

    /** The times, in microseconds, of the calls of these kinds with these answers. */
    Histogram of(Predicate<Kind> kinds, Predicate<Answer> answers) {
        Histogram all = new Histogram(LONGEST, 3);
        times.forEach((kind, byAnswer) -> byAnswer.forEach((answer, histogram) -> {
            if (kinds.test(kind) && answers.test(answer)) {
                all.add(histogram);
            }
        }));
        return all;
    }

    long count(Predicate<Kind> kinds, Predicate<Answer> answers) {
        return of(kinds, answers).getTotalCount();
    }

    /** Which part of the calls about watched drugs that were to be signed got a card, from 0 to 1. */
    double cards() {
        long all = count(Kind.WATCHED_SIGN::equals, any -> true);
        return all == 0 ? 1 : (double) count(Kind.WATCHED_SIGN::equals, Answer::isCard) / all;
    }

    static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1e3;
    }

    /** A table in Markdown: a row for each kind and answer that came. */
    String table() {
        StringBuilder table = new StringBuilder("""
                | call | answer | calls | share | p50 ms | p99 ms | longest ms |
                |---|---|--:|--:|--:|--:|--:|
                """);
        for (Kind kind : Kind.values()) {
            long all = count(kind::equals, any -> true);
            Arrays.stream(Answer.values())
                    .filter(answer -> count(kind::equals, answer::equals) > 0)
                    .forEach(answer -> table.append(row(kind, answer, all)));
        }
        return table.toString();
    }

    private String row(Kind kind, Answer answer, long all) {
        Histogram found = of(kind::equals, answer::equals);
        return "| %s | %s | %,d | %.2f %% | %.1f | %.1f | %.0f |%n"
                .formatted(
                        kind.words(),
                        answer.words(),
                        found.getTotalCount(),
                        100.0 * found.getTotalCount() / all,
                        millis(found, 50),
                        millis(found, 99),
                        found.getMaxValue() / 1e3);
    }
}
