package org.pmlguard.fhir;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many questions may be under way at the same time: to one server, and to all together. */
final class Places {

    private final Semaphore own;
    private final Semaphore all;

    /** @param all shared by the places of every server */
    Places(int own, Semaphore all) {
        this.own = new Semaphore(own, true);
        this.all = all;
    }

    /** Takes a place, or says that none became free in that time. */
    boolean enter(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        if (!taken(own, end)) {
            return false;
        }
        if (taken(all, end)) {
            return true;
        }
        own.release();
        return false;
    }

    void leave() {
        all.release();
        own.release();
    }

    private static boolean taken(Semaphore places, long end) {
        try {
            return places.tryAcquire(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
