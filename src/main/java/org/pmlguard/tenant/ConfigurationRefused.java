package org.pmlguard.tenant;

import java.util.List;

/** The configuration is wrong; the server must not start with it, nor take it over while it runs. */
public final class ConfigurationRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> violations;

    /** Takes one sentence for each violation, each beginning with the path of the property. */
    ConfigurationRefused(List<String> violations) {
        super("The configuration is refused:\n- " + String.join("\n- ", violations));
        this.violations = List.copyOf(violations);
    }

    /** One sentence for each violation. */
    public List<String> violations() {
        return violations;
    }
}
