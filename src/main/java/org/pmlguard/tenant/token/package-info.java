/** The signed tokens of the callers (CDS Hooks, Trusting CDS Clients): read, verified, each good for one call. */
@NullMarked
package org.pmlguard.tenant.token;

import org.jspecify.annotations.NullMarked;
