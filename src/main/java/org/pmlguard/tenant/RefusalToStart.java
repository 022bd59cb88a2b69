package org.pmlguard.tenant;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the server does not start, as a list for people instead of a stack trace. */
class RefusalToStart extends AbstractFailureAnalyzer<ConfigurationRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable root, ConfigurationRefused refused) {
        return new FailureAnalysis(
                "The configuration is not safe or not valid, so PML Guard does not start:\n\n    - "
                        + String.join("\n    - ", refused.violations()),
                "Correct every line above. What each setting means stands in src/docs/security.md and in application.yml.",
                refused);
    }
}
