package org.pmlguard.bench;

/**
 * What a server has used since it was started; not a number where it cannot be known.
 *
 * @param cpuMicros CPU time, of its own and of the system for it
 * @param allocatedBytes memory that it took from the Java heap, whether given back or not
 */
record Usage(double cpuMicros, double allocatedBytes) {

    static final Usage UNKNOWN = new Usage(Double.NaN, Double.NaN);

    Usage since(Usage before) {
        return new Usage(cpuMicros - before.cpuMicros, allocatedBytes - before.allocatedBytes);
    }
}
