package org.pmlguard.tenant.token;

import java.time.Instant;

/** Which tokens were used: each is good for one call, wherever it is made. */
public interface TokenIds {

    /**
     * Takes note of a token.
     *
     * @param issuer who made it; ids are unique for each issuer
     * @param id its {@code jti}
     * @param over from when on it cannot be used anyway, so that it need not be remembered longer
     * @return whether it was not used before
     */
    boolean isFirstUse(String issuer, String id, Instant over);
}
