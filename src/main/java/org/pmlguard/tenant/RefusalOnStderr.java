package org.pmlguard.tenant;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Writes a refusal to start for people too: in production the log is JSON, in which a list is one long line. */
class RefusalOnStderr implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        if (analysis.getCause() instanceof ConfigurationRefused) {
            System.err.println("\n" + analysis.getDescription() + "\n\n" + analysis.getAction() + "\n");
        }
    }
}
