package org.pmlguard.bench.steady;

import java.io.IOException;
import java.time.Duration;

/**
 * What a server answers when it is always asked, on sixteen connections.
 *
 * @param perSecond calls answered in a second
 * @param cpuMicros of the processor that the server used for each
 */
record Capacity(double perSecond, double cpuMicros, Tally tally) {

    private static final int CONNECTIONS = 16;

    static Capacity of(Server server, Plan plan) throws IOException {
        try (Callers callers = new Callers(server.address(), CONNECTIONS, plan.mix())) {
            callers.saturate(plan.seconds("warm-up", 40));
            Duration before = server.cpu();
            long start = System.nanoTime();
            Tally tally = callers.saturate(plan.seconds("measure", 8));
            long took = System.nanoTime() - start;
            long calls = tally.count(any -> true, any -> true);
            Duration used = server.cpu().minus(before);
            return new Capacity(calls * 1e9 / took, used.toNanos() / 1e3 / calls, tally);
        }
    }

    String words() {
        return "Capacity, closed loop on %d connections: %,.0f calls/s, %.0f us of CPU each.%n"
                .formatted(CONNECTIONS, perSecond, cpuMicros);
    }
}
