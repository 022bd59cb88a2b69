package org.pmlguard.cdshooks;

import java.util.Optional;

/**
 * One request to a CDS service (2.0.1, HTTP Request).
 *
 * @param hook the hook that fired
 * @param hookInstance the id of this firing; normally a UUID, but any text is let pass since no decision hangs on it
 * @param fhir how to reach the caller's FHIR server, if it may be reached
 * @param context what the user is doing
 * @param prefetch what the caller already read for us
 */
public record Call(
        String hook, Optional<String> hookInstance, Optional<FhirAccess> fhir, Context context, Prefetch prefetch) {

    /** The same call with another prefetch. */
    public Call withPrefetch(Prefetch other) {
        return new Call(hook, hookInstance, fhir, context, other);
    }

    /** Shows the hook only: the rest may name a patient. */
    @Override
    public String toString() {
        return "Call[hook=" + hook + "]";
    }
}
