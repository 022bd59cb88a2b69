package org.pmlguard.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.knowledge.rule.Rule;

/** Clinical cases as a pharmacist would write them; the files in {@code vignettes} are meant to be read and disputed. */
class VignettesTest {

    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final List<String> FILES = List.of(
            "boxed.yaml",
            "conditions-and-combinations.yaml",
            "counts-and-hiv.yaml",
            "facts.yaml",
            "figures.yaml",
            "fumarates.yaml",
            "natalizumab-more.yaml",
            "natalizumab.yaml",
            "near-misses.yaml",
            "pml-itself.yaml",
            "pml-signs.yaml",
            "silence.yaml",
            "unread-charts.yaml");

    @TestFactory
    Stream<DynamicTest> natalizumab() {
        return tests("natalizumab.yaml");
    }

    @TestFactory
    Stream<DynamicTest> fumarates() {
        return tests("fumarates.yaml");
    }

    @TestFactory
    Stream<DynamicTest> boxedWarnings() {
        return tests("boxed.yaml");
    }

    @TestFactory
    Stream<DynamicTest> pmlItself() {
        return tests("pml-itself.yaml");
    }

    @TestFactory
    Stream<DynamicTest> signsOfPml() {
        return tests("pml-signs.yaml");
    }

    @TestFactory
    Stream<DynamicTest> natalizumabBesideOthers() {
        return tests("natalizumab-more.yaml");
    }

    @TestFactory
    Stream<DynamicTest> countsAndHiv() {
        return tests("counts-and-hiv.yaml");
    }

    @TestFactory
    Stream<DynamicTest> conditionsAndCombinations() {
        return tests("conditions-and-combinations.yaml");
    }

    @TestFactory
    Stream<DynamicTest> silence() {
        return tests("silence.yaml");
    }

    @TestFactory
    Stream<DynamicTest> unreadCharts() {
        return tests("unread-charts.yaml");
    }

    @TestFactory
    Stream<DynamicTest> facts() {
        return tests("facts.yaml");
    }

    @TestFactory
    Stream<DynamicTest> nearMisses() {
        return tests("near-misses.yaml");
    }

    @Test
    void everyRuleFiresInOneVignetteAndIsMissedByName() {
        List<Vignette.Expectation> all = FILES.stream()
                .flatMap(VignetteReader::read)
                .map(Vignette::expect)
                .toList();
        List<String> ids = KNOWLEDGE.rules().stream().map(Rule::id).toList();
        assertThat(ids).allSatisfy(id -> {
            assertThat(all).as("fires %s", id).anyMatch(one -> one.rules().contains(id));
            assertThat(all).as("just misses %s", id).anyMatch(one -> one.not().contains(id));
        });
    }

    @TestFactory
    Stream<DynamicTest> figures() {
        return tests("figures.yaml");
    }

    private static Stream<DynamicTest> tests(String file) {
        return VignetteReader.read(file).map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private static void check(Vignette vignette) {
        Answer answer = Answer.to(vignette.order(), vignette.chart(), vignette.today(), KNOWLEDGE);
        assertThat(answer.indicator())
                .as("indicator, by %s with gaps %s: %s", answer.rules(), answer.gaps(), vignette.why())
                .isEqualTo(vignette.expect().indicator());
        assertThat(answer.rules()).containsAll(vignette.expect().rules());
        vignette.expect()
                .estimate()
                .ifPresent(estimate -> assertThat(answer.estimate()).isEqualTo(estimate));
        assertThat(answer.facts()).containsAll(vignette.expect().facts());
        List<String> unwanted = vignette.expect().not();
        assertThat(answer.rules()).doesNotContainAnyElementsOf(unwanted.isEmpty() ? List.of("no such rule") : unwanted);
    }
}
