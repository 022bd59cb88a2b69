package org.pmlguard.review.staff;

import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pmlguard.audit.Audit;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Somebody at the desk.
 *
 * @param tenants whose cases they see; all if empty
 * @param address from where they logged in
 */
public record Staff(String name, Set<Role> roles, Set<String> tenants, Optional<String> address) {

    public Staff {
        roles = Set.copyOf(roles);
        tenants = Set.copyOf(tenants);
    }

    /** Whoever Spring Security keeps as logged in. */
    interface Member {
        Staff staff();
    }

    /** Who sent a request that was let in. */
    public static Staff of(Principal principal) {
        if (principal instanceof Authentication known && known.getPrincipal() instanceof Member member) {
            Staff staff = member.staff();
            return new Staff(staff.name, staff.roles, staff.tenants, address(known));
        }
        throw new IllegalStateException("not somebody who logged in here");
    }

    static Optional<String> address(Authentication known) {
        return known.getDetails() instanceof WebAuthenticationDetails details
                ? Optional.of(details.getRemoteAddress())
                : Optional.empty();
    }

    /** What they may do. */
    public Set<Right> rights() {
        return roles.stream().flatMap(role -> role.rights().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether they may do it; by its name, for pages. */
    public boolean may(String right) {
        return rights().contains(Right.valueOf(right));
    }

    public boolean mayAct() {
        return rights().contains(Right.ACT);
    }

    /** Whether cases of a tenant exist for them. */
    public boolean maySee(String tenant) {
        return tenants.isEmpty() || tenants.contains(tenant);
    }

    /** As the audit names them. */
    public Audit.Who who() {
        return new Audit.Who(name, address);
    }
}
