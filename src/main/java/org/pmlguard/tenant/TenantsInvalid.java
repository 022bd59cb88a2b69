package org.pmlguard.tenant;

import java.util.List;

/** The configuration of the tenants is wrong; the server must not start with it. */
public final class TenantsInvalid extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> violations;

    /** Takes one sentence for each violation, each beginning with the path of the property. */
    TenantsInvalid(List<String> violations) {
        super("The tenants are not configured correctly:\n- " + String.join("\n- ", violations));
        this.violations = List.copyOf(violations);
    }

    /** One sentence for each violation. */
    public List<String> violations() {
        return violations;
    }
}
