package org.pmlguard.bench.steady;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** When calls are due, on the clock of {@link System#nanoTime}. */
interface Arrivals {

    /** When the next one is due, given the time now. */
    long next(long now);

    /** The next one was taken. */
    void taken();

    /** Independent callers: so many a second on average, whatever becomes of the earlier ones. */
    static Arrivals each(double perSecond, long start) {
        double apart = TimeUnit.SECONDS.toNanos(1) / perSecond;
        SplittableRandom random = new SplittableRandom(1);
        return new Arrivals() {
            private double next = start;

            @Override
            public long next(long now) {
                return Math.round(next);
            }

            @Override
            public void taken() {
                next -= apart * Math.log(1 - random.nextDouble());
            }
        };
    }

    /** Always one more: as many as there are connections that wait for nothing. */
    static Arrivals always() {
        return new Arrivals() {
            @Override
            public long next(long now) {
                return now;
            }

            @Override
            public void taken() {}
        };
    }
}
