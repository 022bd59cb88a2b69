package org.pmlguard.tenant;

import java.util.List;
import java.util.Optional;
import org.pmlguard.tenant.Tenant.Auth;

/** All tenants of this installation. At most one of them is open, or nobody could tell whose call it is. */
public final class Tenants {

    private final List<Tenant> all;

    public Tenants(List<Tenant> all) {
        this.all = List.copyOf(all);
        if (this.all.stream().filter(Tenants::isOpen).count() > 1) {
            throw new IllegalArgumentException("At most one tenant may be open");
        }
    }

    /** What runs without configuration: one open tenant that reads no FHIR server, only what it is sent. */
    public static Tenants trial() {
        return new Tenants(List.of(new Tenant("trial", Auth.NONE, List.of())));
    }

    /** Whose call it is that brings no proof of who makes it: the open tenant's, if there is one. */
    public Optional<Tenant> caller() {
        return all.stream().filter(Tenants::isOpen).findFirst();
    }

    public List<Tenant> all() {
        return all;
    }

    private static boolean isOpen(Tenant tenant) {
        return tenant.auth() == Auth.NONE;
    }
}
