package org.pmlguard.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.JcvStatus;
import org.pmlguard.knowledge.rule.Range;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.rulebook.words.Clause;
import org.pmlguard.rulebook.words.Wording;

class WordingTest {

    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final Wording WORDING = new Wording(KNOWLEDGE);

    static Stream<Rule> rules() {
        return KNOWLEDGE.rules().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyCriterionOfARuleReadsAsPlainWords(Rule rule) {
        Stream.concat(rule.levels().stream().map(Rule.Level::when), rule.show().stream())
                .map(WORDING::of)
                .flatMap(WordingTest::withParts)
                .forEach(clause -> assertThat(clause.sentence())
                        .isNotBlank()
                        .doesNotContain("{", "}", "[", "]", "null", "Criterion", "Optional", "org.pmlguard", "@", "  ")
                        .doesNotMatch(".*\\bP[0-9]+[DMY]\\b.*"));
    }

    @Test
    void aConditionReadsAsAPharmacistWouldSayIt() {
        Rule rule = KNOWLEDGE.rule("PML-019").orElseThrow();
        assertThat(WORDING.of(rule.levels().getFirst().when()).sentence())
                .isEqualTo("JCV antibody positive with index above 1.5, and natalizumab for longer than 24 months");
    }

    @Test
    void theWordsFollowTheObjectAndNotTheOtherWayRound() {
        Range band = new Range(
                Optional.of(new Range.End(new BigDecimal("0.37"), true)),
                Optional.of(new Range.End(new BigDecimal("7.1"), false)));
        Criterion any = new Criterion.Any(List.of(
                new Criterion.Jcv(JcvStatus.POSITIVE, Optional.of(band)),
                new Criterion.All(List.of(
                        new Criterion.Lab("alc", band, Optional.of(Period.ofDays(91))),
                        new Criterion.NewStart(true, Period.ofDays(40))))));
        assertThat(WORDING.of(any).sentence())
                .isEqualTo(
                        "JCV antibody positive with index at least 0.37 and below 7.1, or (latest lymphocyte count at"
                                + " least 0.37 and below 7.1 ×10⁹/L in the last 91 days (about 3 months), and new start: not in"
                                + " use now, not taken in the last 40 days)");
    }

    private static Stream<Clause> withParts(Clause clause) {
        return Stream.concat(Stream.of(clause), clause.parts().stream().flatMap(WordingTest::withParts));
    }
}
