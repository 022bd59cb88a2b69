package org.pmlguard.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.knowledge.rule.Rule;

/** A rule in shadow is judged and recorded, and everything else goes on as if it were not there. */
class ShadowTest {

    private static final Knowledge SHIPPED = PackLoader.shipped();
    private static final List<Vignette> VIGNETTES = Stream.of(
                    "natalizumab.yaml",
                    "natalizumab-more.yaml",
                    "fumarates.yaml",
                    "boxed.yaml",
                    "conditions-and-combinations.yaml",
                    "counts-and-hiv.yaml",
                    "unread-charts.yaml")
            .flatMap(VignetteReader::read)
            .toList();

    @TempDir
    private Path site;

    private Knowledge with(String change, Predicate<Rule> which) throws IOException {
        String rules = SHIPPED.rules().stream()
                .filter(rule -> !rule.floor())
                .filter(which)
                .map(rule -> "{id: " + rule.id() + ", " + change + "}")
                .collect(Collectors.joining(", ", "rules: [", "]"));
        Files.writeString(site.resolve("rules.yaml"), rules);
        return PackLoader.shippedWith(site);
    }

    private static Answer answer(Vignette vignette, Knowledge knowledge) {
        return Answer.to(vignette.order(), vignette.chart(), vignette.today(), knowledge);
    }

    private static List<String> recorded(Vignette vignette, Knowledge knowledge) {
        List<OrderedDrug> ordered = OrderedDrug.in(
                vignette.order(),
                knowledge.drugs().recognise(vignette.order().product().found().orElseThrow()));
        return new Assessor(knowledge)
                .assess(ordered, vignette.chart(), vignette.today()).stream()
                        .flatMap(assessment -> assessment.shadow().stream())
                        .map(finding -> finding.rule().id())
                        .toList();
    }

    /** Rules whose number leaves this when divided by three: some stay, and those stand in each other's way. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void cardsAreThoseOfAPackWithoutTheRule(int rest) throws IOException {
        Predicate<Rule> some = rule -> Integer.parseInt(rule.id().substring("PML-".length())) % 3 == rest;
        Knowledge shadow = with("shadow: true", some);
        Knowledge off = with("enabled: false", some);
        assertThat(shadow.rules()).anyMatch(Rule::shadow);
        assertThat(VIGNETTES)
                .isNotEmpty()
                .allSatisfy(vignette ->
                        assertThat(answer(vignette, shadow)).as(vignette.name()).isEqualTo(answer(vignette, off)));
    }

    @Test
    void whatWouldHaveStoodOnTheCardIsRecorded() throws IOException {
        Knowledge shadow = with("shadow: true", rule -> true);
        assertThat(VIGNETTES).allSatisfy(vignette -> {
            List<String> live = answer(vignette, SHIPPED).rules().stream()
                    .filter(id -> shadow.rule(id).filter(Rule::shadow).isPresent())
                    .toList();
            assertThat(recorded(vignette, shadow)).as(vignette.name()).containsAll(live);
        });
        assertThat(VIGNETTES.stream()
                        .mapToLong(vignette -> recorded(vignette, shadow).size())
                        .sum())
                .isGreaterThan(20);
    }

    /** PML-019 says what PML-018 says and more; while it is only watched, PML-018 speaks. */
    @Test
    void aRuleThatWouldHaveBeenSupersededSpeaks() throws IOException {
        Vignette vignette = VIGNETTES.stream()
                .filter(one -> one.expect().rules().contains("PML-019"))
                .filter(one -> !answer(one, SHIPPED).rules().contains("PML-018"))
                .findFirst()
                .orElseThrow();
        Knowledge shadow = with("shadow: true", rule -> rule.id().equals("PML-019"));
        assertThat(answer(vignette, shadow).rules()).contains("PML-018").doesNotContain("PML-019");
        assertThat(recorded(vignette, shadow)).containsExactly("PML-019");
    }

    @Test
    void withoutAShadowNothingIsRecorded() {
        assertThat(VIGNETTES)
                .allSatisfy(vignette -> assertThat(recorded(vignette, SHIPPED)).isEmpty());
    }
}
