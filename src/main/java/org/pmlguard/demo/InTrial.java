package org.pmlguard.demo;

import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** The demo is switched on and nobody has configured a tenant: a server that real EHRs call has no open FHIR server in it. */
final class InTrial implements Condition {

    private static final ConfigurationPropertyName TENANTS = ConfigurationPropertyName.of("pmlguard.tenants");

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return environment.getProperty("pmlguard.demo.enabled", Boolean.class, true)
                && environment.getProperty("pmlguard.tenants-directory", "").isBlank()
                && !hasTenants(environment);
    }

    private static boolean hasTenants(Environment environment) {
        return StreamSupport.stream(
                        ConfigurationPropertySources.get(environment).spliterator(), false)
                .anyMatch(source -> source.containsDescendantOf(TENANTS) == ConfigurationPropertyState.PRESENT);
    }
}
