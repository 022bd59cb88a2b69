package org.pmlguard.demo;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The trial may be given an invented past: it is switched on, and the ledger is H2 of our own. A database that somebody made
 * is never filled with what never happened.
 */
final class WithHistory implements Condition {

    private final InTrial trial = new InTrial();

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        Environment environment = context.getEnvironment();
        return trial.matches(context, metadata)
                && !environment.acceptsProfiles(Profiles.of("production"))
                && environment.getProperty("pmlguard.demo.history", Boolean.class, true)
                && environment.getProperty("pmlguard.ledger.url", "jdbc:h2:").startsWith("jdbc:h2:");
    }
}
