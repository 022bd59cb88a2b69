package org.pmlguard.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pmlguard.connect.dsi.Attribute;
import org.pmlguard.connect.dsi.DsiJson;
import org.pmlguard.connect.dsi.Input;
import org.pmlguard.connect.dsi.Inputs;
import org.pmlguard.connect.dsi.Predictive;
import org.pmlguard.connect.dsi.Releases;
import org.pmlguard.connect.dsi.RuleAttributes;
import org.pmlguard.connect.dsi.SourceAttributes;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Rule;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is disclosed about the rules is what the rules are. */
class SourceAttributesTest {

    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final SourceAttributes SOURCE = new SourceAttributes(KNOWLEDGE, Releases.shipped());
    private static final JsonNode JSON = JsonMapper.shared().readTree(DsiJson.of(SOURCE));

    @Test
    void everyRuleHasAllThirteenAndNoneIsEmpty() {
        assertThat(SOURCE.rules().stream().map(view -> view.rule().id()))
                .containsExactlyElementsOf(
                        KNOWLEDGE.rules().stream().map(Rule::id).toList());
        assertThat(Stream.concat(
                        Stream.of(SOURCE.whole()), SOURCE.rules().stream().map(RuleAttributes::attributes)))
                .allSatisfy(all -> {
                    assertThat(all.stream().map(Attribute::number))
                            .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
                    assertThat(all).noneMatch(one -> one.value().isBlank());
                });
    }

    @Test
    void everyCitationOfEveryRuleIsThere() {
        for (Rule rule : KNOWLEDGE.rules()) {
            JsonNode disclosed = JSON.path("rules")
                    .valueStream()
                    .filter(one -> one.path("id").asString("").equals(rule.id()))
                    .findFirst()
                    .orElseThrow();
            assertThat(disclosed
                            .path("citations")
                            .valueStream()
                            .map(one -> one.path("id").asString("")))
                    .as(rule.id())
                    .containsExactlyElementsOf(rule.evidence());
            assertThat(disclosed.path("attributes").path(0).path("value").asString(""))
                    .contains(rule.evidence().stream()
                            .map(id -> Objects.requireNonNull(
                                            KNOWLEDGE.evidence().get(id))
                                    .cite())
                            .toList())
                    .contains("grade " + rule.grade());
        }
    }

    @Test
    void theDateIsThatOfTheEditionInItsChangeLog() {
        assertThat(SOURCE.whole().get(3).value())
                .isEqualTo("released 2026-11-21, version " + KNOWLEDGE.edition().version() + " of 2026-11-21");
        assertThat(SOURCE.whole().get(2).value()).isEqualTo("not provided");
    }

    @Test
    void noRuleOfThePackUsesACharacteristicOfThePatient() {
        assertThat(SOURCE.rules()).allSatisfy(view -> {
            assertThat(view.characteristics()).isEqualTo("none");
            assertThat(view.attributes().subList(4, 13))
                    .allMatch(one -> one.value().equals("not used"));
        });
        assertThat(SOURCE.whole().subList(4, 13)).allMatch(one -> one.value().startsWith("not used by any"));
    }

    @Test
    void aRuleThatLooksAtPregnancyWouldBeDisclosedByItsId() {
        Rule rule = alsoWhen(pregnant());
        SourceAttributes changed = new SourceAttributes(with(rule), Releases.shipped());
        assertThat(changed.rules().getFirst().characteristics()).isEqualTo("health status assessments");
        assertThat(changed.whole().get(12).value()).isEqualTo("used by " + rule.id());
    }

    @Test
    void whatARuleLooksAtFollowsItsPredicates() {
        assertThat(Inputs.of(rule("PML-019")))
                .contains(Input.ORDER, Input.MEDICATIONS, Input.LABORATORY_RESULTS)
                .doesNotContain(Input.PROCEDURES);
        assertThat(Inputs.of(rule("PML-025"))).contains(Input.PROCEDURES);
        assertThat(Inputs.of(rule("PML-001"))).contains(Input.DIAGNOSES);
    }

    @Test
    void theNineCharacteristicsAreThoseOfTheRegulation() {
        assertThat(SOURCE.whole().stream().skip(4).map(Attribute::name).collect(Collectors.joining("; ")))
                .isEqualTo("Use of race; Use of ethnicity; Use of language; Use of sexual orientation; Use of gender"
                        + " identity; Use of sex; Use of date of birth; Use of social determinants of health; Use of"
                        + " health status assessments");
    }

    @Test
    void theThirtyOneOfAPredictiveInterventionDoNotApply() {
        assertThat(SOURCE.predictive()).hasSize(9);
        assertThat(JSON.path("predictive")
                        .valueStream()
                        .map(one -> one.path("value").asString("")))
                .hasSize(31)
                .containsOnly(Predictive.REASON);
    }

    private static Rule rule(String id) {
        return KNOWLEDGE.rule(id).orElseThrow();
    }

    private static Criterion pregnant() {
        return new Criterion.Diagnosed(
                Set.of("pregnancy"), Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The first rule, with a further criterion deep inside its first level. */
    private static Rule alsoWhen(Criterion further) {
        Rule rule = KNOWLEDGE.rules().getFirst();
        Rule.Level level = rule.levels().getFirst();
        Criterion both = new Criterion.All(
                List.of(level.when(), new Criterion.None(List.of(new Criterion.Named("inner", further)))));
        return new Rule(
                rule.id(),
                rule.version(),
                rule.title(),
                rule.order(),
                List.of(new Rule.Level(
                        level.indicator(),
                        both,
                        level.summary(),
                        level.advice(),
                        level.overrideReasons(),
                        level.standing())),
                rule.show(),
                rule.grade(),
                rule.floor(),
                rule.absorbs(),
                rule.onlyWith(),
                rule.evidence(),
                rule.status(),
                rule.recalled(),
                rule.shadow());
    }

    private static Knowledge with(Rule only) {
        return new Knowledge(
                KNOWLEDGE.edition(),
                KNOWLEDGE.drugs(),
                KNOWLEDGE.conditions(),
                KNOWLEDGE.tests(),
                KNOWLEDGE.procedures(),
                KNOWLEDGE.relations(),
                KNOWLEDGE.defaults(),
                KNOWLEDGE.settings(),
                List.of(only),
                KNOWLEDGE.figures(),
                KNOWLEDGE.advice(),
                KNOWLEDGE.overrideReasons(),
                KNOWLEDGE.evidence());
    }
}
