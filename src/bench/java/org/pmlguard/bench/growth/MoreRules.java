package org.pmlguard.bench.growth;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Range;
import org.pmlguard.knowledge.rule.Rule;

/** The shipped knowledge with more rules: each is a shipped one with a further condition of its own, which never holds. */
final class MoreRules {

    private static final int BEYOND = 100_000;

    private MoreRules() {}

    static Knowledge upTo(Knowledge shipped, int many) {
        List<Rule> rules = shipped.rules();
        Stream<Rule> more = IntStream.range(rules.size(), many).mapToObj(n -> variant(rules.get(n % rules.size()), n));
        return with(shipped, Stream.concat(rules.stream(), more).toList());
    }

    private static Rule variant(Rule rule, int n) {
        Range above = new Range(Optional.of(new Range.End(BigDecimal.valueOf(BEYOND + n), true)), Optional.empty());
        Criterion never = new Criterion.Lab("alc", above, Optional.empty());
        List<Rule.Level> levels = rule.levels().stream()
                .map(level -> new Rule.Level(
                        level.indicator(),
                        new Criterion.All(List.of(never, level.when())),
                        level.summary(),
                        level.advice(),
                        level.overrideReasons(),
                        Optional.empty()))
                .toList();
        return new Rule(
                "X-" + n,
                rule.version(),
                rule.title(),
                rule.order(),
                levels,
                List.of(),
                rule.grade(),
                false,
                rule.absorbs(),
                rule.onlyWith(),
                rule.evidence(),
                rule.status(),
                rule.recalled(),
                false);
    }

    private static Knowledge with(Knowledge shipped, List<Rule> rules) {
        return new Knowledge(
                shipped.edition(),
                shipped.drugs(),
                shipped.conditions(),
                shipped.tests(),
                shipped.procedures(),
                shipped.relations(),
                shipped.defaults(),
                shipped.settings(),
                rules,
                shipped.figures(),
                shipped.advice(),
                shipped.overrideReasons(),
                shipped.evidence());
    }
}
