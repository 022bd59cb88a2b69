package org.pmlguard.review.staff;

import java.util.Optional;

/**
 * How somebody can log in.
 *
 * @param byPassword whether there are accounts of this server
 * @param provider the identity provider, if there is one
 * @param label what people call it
 */
public record WaysIn(boolean byPassword, Optional<IdentityProvider> provider, String label) {

    public boolean elsewhere() {
        return provider.isPresent();
    }

    /** Whether the identity provider can be asked now. */
    public boolean isThere() {
        return provider.map(IdentityProvider::isThere).orElse(false);
    }
}
