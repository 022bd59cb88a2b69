package org.pmlguard.tenant;

import java.util.List;
import java.util.Optional;
import org.pmlguard.tenant.Tenant.Auth;

/** All tenants of this installation. At most one of them is open, or nobody could tell whose call it is. */
public final class Tenants {

    private final List<Tenant> all;
    private final OwnServers own;

    public Tenants(List<Tenant> all) {
        this(all, OwnServers.none());
    }

    private Tenants(List<Tenant> all, OwnServers own) {
        this.all = List.copyOf(all);
        this.own = own;
        if (this.all.stream().filter(Tenants::isOpen).count() > 1) {
            throw new IllegalArgumentException("At most one tenant may be open");
        }
    }

    /** What runs without configuration: one open tenant that reads what it is sent, and no FHIR server but our own. */
    public static Tenants trial(OwnServers own) {
        return new Tenants(List.of(new Tenant("trial", Auth.NONE, List.of())), own);
    }

    /** Whose call it is that brings no proof of who makes it: the open tenant's, if there is one. */
    public Optional<Tenant> caller() {
        return all.stream()
                .filter(Tenants::isOpen)
                .findFirst()
                .map(open -> open.with(own.listening().get()));
    }

    public List<Tenant> all() {
        return all;
    }

    private static boolean isOpen(Tenant tenant) {
        return tenant.auth() == Auth.NONE;
    }
}
