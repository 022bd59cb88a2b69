package org.pmlguard.bench.steady;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Who had the processors: the server, the callers, and whatever else runs on the machine. Linux only. */
record Processors(Duration server, Duration callers, Duration all, long nanoTime) {

    private static final int TICKS = 100;

    static Processors now(Server server) throws IOException {
        Duration callers = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        return new Processors(server.cpu(), callers, machine(), System.nanoTime());
    }

    /** Busy time of all processors since the machine started: user, nice, system, interrupts and stolen time. */
    private static Duration machine() throws IOException {
        String[] ticks = Files.readAllLines(Path.of("/proc/stat")).getFirst().split("\\s+", -1);
        long busy = 0;
        for (int field : new int[] {1, 2, 3, 6, 7, 8}) {
            busy += Long.parseLong(ticks[field]);
        }
        return Duration.ofMillis(busy * (1000 / TICKS));
    }

    /** How many cores each of them had since an earlier look. */
    String since(Processors before) {
        double seconds = (nanoTime - before.nanoTime) / 1e9;
        double ours = server.minus(before.server).toNanos() / 1e9;
        double load = callers.minus(before.callers).toNanos() / 1e9;
        double busy = all.minus(before.all).toNanos() / 1e9;
        return "Cores in use: the server %.2f, the callers %.2f, everything else %.2f, of %d."
                .formatted(
                        ours / seconds,
                        load / seconds,
                        Math.max(0, busy - ours - load) / seconds,
                        Runtime.getRuntime().availableProcessors());
    }
}
