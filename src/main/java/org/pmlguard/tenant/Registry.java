package org.pmlguard.tenant;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.token.Trust;

/**
 * All registrations as of one reading of the configuration.
 *
 * @param isTrial whether nobody was configured
 */
record Registry(List<Registration> all, boolean isTrial) {

    Registry {
        all = List.copyOf(all);
    }

    Registry(List<Registration> all) {
        this(all, false);
    }

    /** What runs without configuration: one open tenant that reads what it is sent, and no FHIR server but our own. */
    static Registry trial() {
        return new Registry(
                List.of(new Registration(new Tenant("trial", Auth.NONE, List.of()), Optional.empty())), true);
    }

    /** The tenant of calls that bring no proof; more than one cannot be told apart, and is refused when read. */
    Optional<Tenant> open() {
        for (Registration one : all) {
            if (one.tenant().auth() == Auth.NONE) {
                return Optional.of(one.tenant());
            }
        }
        return Optional.empty();
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
