package org.pmlguard.bench.growth;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** CPU time of this thread for a step, which other programs on the machine disturb least; the median of some rounds. */
final class Meter {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 7;
    private static final long WARM = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final long ROUND = TimeUnit.MILLISECONDS.toNanos(100);

    private long seen;

    /** Microseconds of CPU of one run of the step. */
    double micros(Supplier<?> step) {
        round(step, WARM);
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = round(step, ROUND);
        }
        Arrays.sort(rounds);
        return rounds[ROUNDS / 2];
    }

    private double round(Supplier<?> step, long atLeast) {
        long begin = CPU.getCurrentThreadCpuTime();
        long used = 0;
        long runs = 0;
        while (used < atLeast) {
            seen += step.get().hashCode() == 0 ? 1 : 0;
            runs++;
            used = CPU.getCurrentThreadCpuTime() - begin;
        }
        return used / 1e3 / runs;
    }

    /** Something that hangs on all results, so that no step can be left out. */
    long seen() {
        return seen;
    }
}
