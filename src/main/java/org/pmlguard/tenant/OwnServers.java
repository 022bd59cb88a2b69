package org.pmlguard.tenant;

import java.util.List;
import java.util.function.Supplier;

/**
 * The FHIR servers that this very process offers, such as the demo's. Only the trial tenant may have them read: whoever
 * configures tenants names every server of theirs.
 *
 * @param listening the servers as of now. Their port is known only once the server listens, so they are asked for anew with
 *     each call
 */
public record OwnServers(Supplier<List<FhirServer>> listening) {

    /** There are none. */
    public static OwnServers none() {
        return new OwnServers(List::of);
    }
}
