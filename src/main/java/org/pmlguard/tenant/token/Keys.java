package org.pmlguard.tenant.token;

import java.util.Optional;

/** Where the public keys of a tenant come from. */
public sealed interface Keys permits KeySet, PublishedKeys {

    /** The key with this id, if the tenant has one. */
    Optional<SigningKey> key(String id);
}
