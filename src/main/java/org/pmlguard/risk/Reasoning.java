package org.pmlguard.risk;

import java.util.List;
import java.util.function.Function;
import org.pmlguard.knowledge.rule.Criterion;

/**
 * An assessment and how it came about.
 *
 * @param verdicts what each rule about the drug says, also those that say nothing
 * @param answers how any criterion was answered for this drug and chart
 */
public record Reasoning(Assessment assessment, List<Verdict> verdicts, Function<Criterion, Match> answers) {

    public Reasoning {
        verdicts = List.copyOf(verdicts);
    }

    /** The findings that are said; those left out were absorbed by one of them. */
    public List<Finding> said() {
        return assessment instanceof Assessment.Concern concern ? concern.findings() : List.of();
    }
}
