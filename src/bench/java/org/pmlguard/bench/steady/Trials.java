package org.pmlguard.bench.steady;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The shorter trials: an ordinary load, slow callers, and no processor left. */
final class Trials {

    private static final int CONNECTIONS = 200;

    private Trials() {}

    /** Seven tenths of what the server can do. */
    static String steady(Plan plan) throws IOException {
        try (Server server = plan.server()) {
            Capacity capacity = Capacity.of(server, plan);
            double rate = capacity.perSecond() * plan.number("percent", 70) / 100;
            return capacity.words() + phase("At %d %% of it".formatted(plan.number("percent", 70)), server, plan, rate);
        }
    }

    /** Half-open requests, and the others meanwhile. */
    static String loris(Plan plan) throws IOException {
        try (Server server = plan.server()) {
            Capacity.of(server, plan);
            double rate = plan.number("rate", 50);
            StringBuilder seen = new StringBuilder(phase("Alone", server, plan, rate));
            try (Drip drip = Drip.on(server.address(), plan.number("heads", 1_000), plan.number("bodies", 500))) {
                Pause.of(Duration.ofSeconds(3));
                seen.append(phase("Beside them", server, plan, rate));
                seen.append("%n%d dripping heads and %d dripping bodies, %d connections opened for them.%n"
                        .formatted(plan.number("heads", 1_000), plan.number("bodies", 500), drip.opened()));
            }
            return seen.append(phase("After them", server, plan, rate)).toString();
        }
    }

    /** Other work that takes every core. */
    static String starved(Plan plan) throws IOException {
        try (Server server = plan.server()) {
            Capacity.of(server, plan);
            double rate = plan.number("rate", 50);
            String alone = phase("Alone", server, plan, rate);
            List<Process> hogs = new ArrayList<>();
            try {
                for (int i = 0; i < plan.number("hogs", 2 * Runtime.getRuntime().availableProcessors()); i++) {
                    hogs.add(hog());
                }
                return alone
                        + phase("Beside %d other processes that never rest".formatted(hogs.size()), server, plan, rate);
            } finally {
                hogs.forEach(Process::destroy);
            }
        }
    }

    private static Process hog() throws IOException {
        return new ProcessBuilder("sh", "-c", "while :; do :; done").start();
    }

    private static String phase(String name, Server server, Plan plan, double rate) throws IOException {
        try (Callers callers = new Callers(server.address(), CONNECTIONS, plan.mix())) {
            Processors begin = Processors.now(server);
            Tally tally = callers.run(rate, plan.seconds("seconds", 20));
            Processors end = Processors.now(server);
            return "%n%s: %,.0f calls/s for %d s. %s%n%n"
                            .formatted(name, rate, plan.number("seconds", 20), end.since(begin))
                    + tally.table();
        }
    }
}
