package org.pmlguard.demo;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses to start a production server with the demo switched on. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DemoProperties.class)
class NotInProduction {

    private static final Profiles PRODUCTION = Profiles.of("production");

    /**
     * Checks the settings.
     *
     * @throws IllegalStateException if the profile is production and the demo is on
     */
    NotInProduction(Environment environment, DemoProperties demo) {
        if (demo.enabled() && environment.acceptsProfiles(PRODUCTION)) {
            throw new IllegalStateException(
                    "pmlguard.demo.enabled must be false in the profile production: the demo is a"
                            + " FHIR server that anybody may write to");
        }
    }
}
