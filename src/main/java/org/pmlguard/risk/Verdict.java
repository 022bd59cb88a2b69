package org.pmlguard.risk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.risk.judge.Judge;

/**
 * What one rule says of one ordered drug.
 *
 * @param finding the first level that holds, most urgent first
 * @param gaps why a more urgent level could not be told
 */
public record Verdict(Rule rule, Optional<Finding> finding, List<Gap> gaps) {

    public Verdict {
        gaps = List.copyOf(gaps);
    }

    static Verdict of(Rule rule, Judge judge) {
        SequencedSet<Gap> gaps = new LinkedHashSet<>();
        for (Rule.Level level : rule.levels()) {
            switch (judge.answer(level.when())) {
                case Match.Met met -> {
                    return new Verdict(rule, Optional.of(finding(rule, level, met, judge)), List.copyOf(gaps));
                }
                case Match.Unknown unknown -> gaps.addAll(unknown.gaps());
                case Match.NotMet notMet -> {}
            }
        }
        return new Verdict(rule, Optional.empty(), List.copyOf(gaps));
    }

    private static Finding finding(Rule rule, Rule.Level level, Match.Met met, Judge judge) {
        SequencedSet<Fact> facts = new LinkedHashSet<>(met.evidence());
        for (Criterion shown : rule.show()) {
            facts.addAll(judge.answer(shown).facts());
        }
        return new Finding(rule, level, List.copyOf(facts));
    }
}
