package org.pmlguard.review;

import java.util.Set;
import org.pmlguard.review.DeskProperties.Role;

/**
 * Somebody at the desk.
 *
 * @param tenants whose cases they see; all if empty
 */
record Staff(String name, Role role, Set<String> tenants) {

    Staff {
        tenants = Set.copyOf(tenants);
    }

    public boolean mayAct() {
        return role == Role.PHARMACIST;
    }

    boolean maySee(String tenant) {
        return tenants.isEmpty() || tenants.contains(tenant);
    }
}
