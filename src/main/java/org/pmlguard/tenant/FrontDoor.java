package org.pmlguard.tenant;

import jakarta.servlet.http.HttpServletRequest;
import org.pmlguard.tenant.token.NotTrusted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where every call comes in: first who makes it, then whether there is room. */
public final class FrontDoor {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);

    private final Tenants tenants;
    private final Crowd crowd;
    private final DoorCounts counts;

    FrontDoor(Tenants tenants, Crowd crowd, DoorCounts counts) {
        this.tenants = tenants;
        this.crowd = crowd;
        this.counts = counts;
    }

    /**
     * Whose call it is. It has no place yet: whoever sends slowly takes nobody else's.
     *
     * @throws UnknownCaller if nobody can tell: 401
     */
    public Tenant caller(HttpServletRequest request) {
        try {
            return tenants.caller(request);
        } catch (NotTrusted refused) {
            LOG.atInfo()
                    .addKeyValue("event.action", "call-refused")
                    .log("call refused reason={}", refused.fault().code());
            counts.notTrusted(refused.fault());
            throw new UnknownCaller();
        }
    }

    /**
     * Lets a call in that has been read; the visit must be closed when it is answered.
     *
     * @throws TooMany if there are too many calls of this tenant (429) or altogether (503)
     */
    public Visit enter(Tenant caller) {
        try {
            return crowd.admit(caller);
        } catch (TooMany refused) {
            counts.tooMany(refused);
            throw refused;
        }
    }
}
