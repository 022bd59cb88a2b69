package org.pmlguard.tenant;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.pmlguard.tenant.Terms.Allowance;

/** How many calls are being answered, of each tenant and of all together. */
final class Crowd {

    private final Semaphore all;

    /** A tenant that was not heard of for an hour begins anew, and so does one whose allowance was changed. */
    private final LoadingCache<Member, Quota> quotas =
            Caffeine.newBuilder().expireAfterAccess(Duration.ofHours(1)).build(member -> new Quota(member.allowance()));

    Crowd(int most) {
        this.all = new Semaphore(most);
    }

    private record Member(String tenant, Allowance allowance) {}

    /**
     * Lets a call of the tenant in; the visit must be closed.
     *
     * @throws TooMany if the tenant has used up its allowance, or there are too many calls altogether
     */
    Visit admit(Tenant tenant) {
        Quota quota = quotas.get(new Member(tenant.id(), tenant.terms().allowance()));
        quota.take();
        if (!all.tryAcquire()) {
            quota.giveBack();
            throw TooMany.altogether();
        }
        return new Visit(tenant, () -> {
            all.release();
            quota.giveBack();
        });
    }
}
