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
     * Lets a call in; the visit must be closed when it is answered.
     *
     * @throws UnknownCaller if nobody can tell whose call it is: 401
     * @throws TooMany if there are too many calls of this tenant (429) or altogether (503)
     */
    public Visit enter(HttpServletRequest request) {
        try {
            return crowd.admit(tenants.caller(request));
        } catch (NotTrusted refused) {
            LOG.atInfo()
                    .addKeyValue("event.action", "call-refused")
                    .log("call refused reason={}", refused.fault().code());
            counts.notTrusted(refused.fault());
            throw new UnknownCaller();
        } catch (TooMany refused) {
            counts.tooMany(refused);
            throw refused;
        }
    }
}
