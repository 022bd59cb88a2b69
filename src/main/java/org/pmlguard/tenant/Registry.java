package org.pmlguard.tenant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.token.Trust;

/** All registrations as of one reading of the configuration. */
record Registry(List<Registration> all) {

    Registry {
        all = List.copyOf(all);
    }

    /** What runs without configuration: one open tenant that reads no FHIR server, only what it is sent. */
    static Registry trial() {
        return new Registry(List.of(new Registration(new Tenant("trial", Auth.NONE, List.of()), Optional.empty())));
    }

    /** The tenant of calls that bring no proof; more than one cannot be told apart, and is refused when read. */
    Optional<Tenant> open() {
        return tenants().stream().filter(tenant -> tenant.auth() == Auth.NONE).findFirst();
    }

    /** Who is registered under an issuer. */
    List<Trust> under(String issuer) {
        return all.stream()
                .flatMap(one -> one.trust().stream())
                .filter(trust -> trust.issuer().equals(issuer))
                .toList();
    }

    Optional<Tenant> tenant(String id) {
        return tenants().stream().filter(tenant -> tenant.id().equals(id)).findFirst();
    }

    List<Tenant> tenants() {
        return all.stream().map(Registration::tenant).toList();
    }

    @Override
    public String toString() {
        return tenants().stream().map(Tenant::id).collect(Collectors.joining(", "));
    }
}
