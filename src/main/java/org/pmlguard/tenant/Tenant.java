package org.pmlguard.tenant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An organisation whose EHRs call us.
 *
 * @param id its short name, in logs and records
 * @param auth how its callers prove who they are
 * @param servers the FHIR servers we may read for it; may be none
 * @param terms what it may ask, how much, and what becomes of the answer
 */
public record Tenant(String id, Auth auth, List<FhirServer> servers, Terms terms) {

    /** How callers prove who they are. */
    public enum Auth {
        /** Not at all: anybody who reaches the service is this tenant. */
        NONE,
        /** By a signed token with every call (CDS Hooks 2.0.1, Trusting CDS Clients). */
        JWT
    }

    public Tenant {
        servers = List.copyOf(servers);
    }

    /** A tenant that may ask anything, without limit. */
    public Tenant(String id, Auth auth, List<FhirServer> servers) {
        this(id, auth, servers, Terms.OPEN);
    }

    /** The same with further servers. */
    Tenant with(List<FhirServer> more) {
        return more.isEmpty()
                ? this
                : new Tenant(
                        id, auth, Stream.concat(servers.stream(), more.stream()).toList(), terms);
    }

    /** The registered server that an address as sent means exactly. */
    public Optional<FhirServer> server(String asSent) {
        return servers.stream().filter(server -> server.matches(asSent)).findFirst();
    }
}
