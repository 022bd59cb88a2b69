package org.pmlguard.risk;

import java.util.List;
import org.pmlguard.knowledge.rule.Indicator;
import org.pmlguard.knowledge.rule.Rule;

/** A rule that speaks: at which level, and on which facts. */
public record Finding(Rule rule, Rule.Level level, List<Fact> facts) {

    public Finding {
        facts = List.copyOf(facts);
    }

    public Indicator indicator() {
        return level.indicator();
    }
}
