package org.pmlguard.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * When the callers of a load send.
 *
 * @param connections how many callers there are
 * @param apart how far the requests of one caller are apart; zero if each is sent when the last was answered
 */
record Pace(int connections, Duration apart) {

    /** As fast as the answers come. */
    static Pace closed(int connections) {
        return new Pace(connections, Duration.ZERO);
    }

    boolean isClosed() {
        return apart.isZero();
    }

    /** When the first request of a caller is due: they do not all come at once. */
    long first(long begin, int caller) {
        return begin + apart.toNanos() * caller / connections;
    }

    /** When the next is due. A caller who is behind does not skip: what was due earlier has waited since then. */
    long after(long due) {
        return isClosed() ? System.nanoTime() : due + apart.toNanos();
    }

    static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
