package org.pmlguard.tenant;

import java.util.Optional;
import org.pmlguard.tenant.token.Trust;

/** A tenant, and how its callers prove who they are; an open one has no trust. */
record Registration(Tenant tenant, Optional<Trust> trust) {}
