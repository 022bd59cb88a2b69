package org.pmlguard.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What was seen while one kind of request was sent for a while.
 *
 * @param perSecond requests answered in a second
 * @param cpuMicros CPU time the server's process used, by request; not a number if that cannot be known
 * @param allocatedKilobytes what the server took from its heap, by request; likewise
 * @param p50Millis what half of the requests took at most
 * @param p99Millis what all but one in a hundred took at most
 */
record Round(double perSecond, double cpuMicros, double allocatedKilobytes, double p50Millis, double p99Millis) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Round of(List<long[]> taken, Duration elapsed, Usage used) {
        long[] nanos = taken.stream().flatMapToLong(LongStream::of).sorted().toArray();
        return new Round(
                nanos.length / (elapsed.toNanos() / 1e9),
                used.cpuMicros() / nanos.length,
                used.allocatedBytes() / nanos.length / 1e3,
                nanos[nanos.length / 2] / NANOS_PER_MILLI,
                nanos[nanos.length * 99 / 100] / NANOS_PER_MILLI);
    }
}
