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

    /** The same conclusion with only these of its findings; the gaps stay. */
    Reasoning saying(List<Finding> findings) {
        if (!(assessment instanceof Assessment.Concern concern)) {
            return this;
        }
        return new Reasoning(
                Assessment.of(concern.ordered(), findings, concern.stratum(), concern.gaps(), concern.shadow()),
                verdicts,
                answers);
    }

    /** The findings that are said; those left out were absorbed by one of them. */
    public List<Finding> said() {
        return assessment instanceof Assessment.Concern concern ? concern.findings() : List.of();
    }
}
