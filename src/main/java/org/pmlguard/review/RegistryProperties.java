package org.pmlguard.review;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether closed cases can be taken out for a registry, under {@code pmlguard.registry}.
 *
 * @param enabled off by default
 * @param key a secret of the site, from which cases get the names that stand in the export
 */
@ConfigurationProperties("pmlguard.registry")
record RegistryProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue("") String key) {

    private static final int SHORTEST_KEY = 32;

    RegistryProperties {
        if (enabled && key.length() < SHORTEST_KEY) {
            throw new IllegalArgumentException("pmlguard.registry.key needs " + SHORTEST_KEY + " characters at least");
        }
    }

    /** Shows no key. */
    @Override
    public String toString() {
        return "RegistryProperties[" + enabled + "]";
    }
}
