package org.pmlguard.bench.steady;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Four times as many calls as the server can answer, and what comes after. */
final class Overload {

    private static final long CALM = Duration.ofMillis(450).toNanos();

    private Overload() {}

    static String run(Plan plan) throws IOException {
        try (Server server = plan.server()) {
            Capacity capacity = Capacity.of(server, plan);
            Server.Living before = server.living();
            double rate = capacity.perSecond() * plan.number("times", 4);
            try (Callers callers = new Callers(server.address(), plan.number("connections", 1_000), plan.mix())) {
                Processors begin = Processors.now(server);
                Tally under = callers.run(rate, plan.seconds("seconds", 120));
                Processors end = Processors.now(server);
                String course = course(callers.seconds());
                Tally after = callers.run(capacity.perSecond() * 0.3, Duration.ofSeconds(15));
                return capacity.words()
                        + "%nOverload: %,.0f calls/s for %d s, %d connections. %s%n%n"
                                .formatted(
                                        rate,
                                        plan.number("seconds", 120),
                                        plan.number("connections", 1_000),
                                        end.since(begin))
                        + under.table()
                        + course
                        + verdict(under, callers.seconds(), before, server.living())
                        + "%nAfterwards, 0.3 of the capacity:%n%n".formatted()
                        + after.table();
            }
        }
    }

    /** How it went in ten parts of the time: which share got less than a full answer. */
    private static String course(List<Callers.Second> seconds) {
        StringBuilder course = new StringBuilder("\nLess than a full answer, in tenths of the time:");
        int tenth = Math.max(1, seconds.size() / 10);
        for (int from = 0; from + tenth <= seconds.size(); from += tenth) {
            List<Callers.Second> part = seconds.subList(from, from + tenth);
            long calls = part.stream().mapToLong(second -> second.calls).sum();
            long bad = part.stream().mapToLong(second -> second.bad).sum();
            course.append(" %.0f %%".formatted(100.0 * bad / Math.max(1, calls)));
        }
        return course.append('\n').toString();
    }

    private static String verdict(Tally under, List<Callers.Second> after, Server.Living before, Server.Living living) {
        return """

                - Watched orders that were signed and got a card: %.2f %% (at least 99)
                - p99 of shed answers: %.0f ms (below 100)
                - Calm again after: %d s (below 10)
                - Live heap before %.1f MB, after %.1f MB; resident %d MB; files %d, then %d; threads %d, then %d
                """.formatted(
                        100 * under.cards(),
                        Tally.millis(under.of(any -> true, Answer::isShed), 99),
                        calm(after),
                        before.heap() / 1e6,
                        living.heap() / 1e6,
                        living.megabytes(),
                        before.files(),
                        living.files(),
                        before.threads(),
                        living.threads());
    }

    /** After how many seconds every call was answered in full and in time, to the end. */
    private static int calm(List<Callers.Second> seconds) {
        int last = seconds.size();
        while (last > 0 && seconds.get(last - 1).bad == 0 && seconds.get(last - 1).slowest < CALM) {
            last--;
        }
        return last;
    }
}
