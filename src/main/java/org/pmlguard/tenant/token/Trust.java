package org.pmlguard.tenant.token;

import com.nimbusds.jose.JWSAlgorithm;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a tenant's callers prove who they are, as registered.
 *
 * @param tenant the id of the tenant
 * @param issuer the {@code iss} of its tokens, compared as text
 * @param keys the keys they are signed with
 * @param algorithms the algorithms they may be signed with; asymmetric ones only
 * @param addresses the base URLs by which its EHRs call us, without closing slash
 * @param claim the {@code tenant} its tokens carry; absent if they carry none
 * @param longestLife how long a token may be valid
 */
public record Trust(
        String tenant,
        String issuer,
        Keys keys,
        Set<JWSAlgorithm> algorithms,
        List<String> addresses,
        Optional<String> claim,
        Duration longestLife) {

    public Trust {
        algorithms = Set.copyOf(algorithms);
        addresses = List.copyOf(addresses);
    }

    /** Whether an audience means the endpoint that was called, for instance {@code /cds-services/pml-order-sign}. */
    boolean isAddressed(List<String> audience, String endpoint) {
        return addresses.stream()
                .map(base -> base + endpoint)
                .anyMatch(url -> audience.contains(url) || audience.contains(url + "/"));
    }
}
