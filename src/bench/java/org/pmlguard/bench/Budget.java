package org.pmlguard.bench;

/** What a request may cost. */
final class Budget {

    /** CPU time for one 20 kB call about a watched drug with its whole chart. */
    static final double CPU_MICROS = 1000;

    private Budget() {}

    static boolean holds(Series watched) {
        return watched.median(Round::cpuMicros) < CPU_MICROS;
    }
}
