package org.pmlguard.risk;

import java.util.List;
import java.util.stream.Stream;
import org.pmlguard.knowledge.rule.Indicator;
import org.pmlguard.knowledge.rule.Rule;

/** A rule that speaks: at which level, and on which facts. */
public record Finding(Rule rule, Rule.Level level, List<Fact> facts) {

    public Finding {
        facts = List.copyOf(facts);
    }

    /** The finding with one more fact, shown first. */
    Finding with(Fact fact) {
        return new Finding(
                rule, level, Stream.concat(Stream.of(fact), facts.stream()).toList());
    }

    public Indicator indicator() {
        return level.indicator();
    }
}
