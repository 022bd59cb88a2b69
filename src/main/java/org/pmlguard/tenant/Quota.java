package org.pmlguard.tenant;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.pmlguard.tenant.Terms.Allowance;

/** What is left of a tenant's allowance on this server. */
final class Quota {

    /** More than anybody can send. */
    private static final int UNLIMITED = 1_000_000;

    private final Bucket rate;
    private final Semaphore places;

    Quota(Allowance allowance) {
        long perSecond = allowance.perSecond() == 0 ? UNLIMITED : allowance.perSecond();
        this.rate = Bucket.builder()
                .addLimit(limit -> limit.capacity(2 * perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
        this.places = new Semaphore(allowance.atOnce() == 0 ? UNLIMITED : allowance.atOnce());
    }

    /**
     * Takes one call and one place.
     *
     * @throws TooMany if there is none
     */
    void take() {
        if (!places.tryAcquire()) {
            throw TooMany.ofTheTenant(Duration.ofSeconds(1));
        }
        ConsumptionProbe probe = rate.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            places.release();
            throw TooMany.ofTheTenant(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    /** Gives the place back; the call is spent. */
    void giveBack() {
        places.release();
    }
}
