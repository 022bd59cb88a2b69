package org.pmlguard.bench.steady;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A moderate load for long, and what the server holds at each look: first after a sixth of the time, when it has settled. */
final class Soak {

    private static final int LOOKS = 6;
    private static final int CONNECTIONS = 50;
    private static final double MOST_GROWTH = 1e6;

    private Soak() {}

    static String run(Plan plan) throws IOException {
        Duration time = Duration.ofMinutes(plan.number("minutes", 60));
        try (Server server = plan.server();
                Callers callers = new Callers(server.address(), CONNECTIONS, plan.mix())) {
            StringBuilder seen = new StringBuilder("""
                    | minute | live heap MB | resident MB | files | threads | ledger MB | calls | not answered in full | p99 ms |
                    |--:|--:|--:|--:|--:|--:|--:|--:|--:|
                    """);
            List<Server.Living> looks = new ArrayList<>();
            for (int look = 1; look <= LOOKS; look++) {
                Tally tally = callers.run(plan.number("rate", 20), time.dividedBy(LOOKS));
                Server.Living living = server.living();
                looks.add(living);
                seen.append(row(time.multipliedBy(look).dividedBy(LOOKS), living, tally));
                System.out.print(seen.substring(seen.lastIndexOf("\n", seen.length() - 2) + 1));
                if (look == LOOKS) {
                    seen.append(verdict(living, looks.getFirst()));
                }
            }
            return seen.toString();
        }
    }

    private static String row(Duration at, Server.Living living, Tally tally) {
        long all = tally.count(any -> true, any -> true);
        long full = tally.count(any -> true, answer -> answer == Answer.CARD || answer == Answer.NO_CARDS);
        return "| %.1f | %.2f | %d | %d | %d | %.1f | %,d | %d | %.1f |%n"
                .formatted(
                        at.toSeconds() / 60.0,
                        living.heap() / 1e6,
                        living.megabytes(),
                        living.files(),
                        living.threads(),
                        living.ledger() / 1e6,
                        all,
                        all - full,
                        Tally.millis(tally.of(any -> true, any -> true), 99));
    }

    private static String verdict(Server.Living last, Server.Living first) {
        double growth = last.heap() - first.heap();
        return "%nFrom the first look to the last the live heap grew by %.2f MB (%s), files by %d, threads by %d.%n"
                .formatted(
                        growth / 1e6,
                        growth < MOST_GROWTH ? "below 1" : "MISSED: 1 is the most",
                        last.files() - first.files(),
                        last.threads() - first.threads());
    }
}
