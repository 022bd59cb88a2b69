package org.pmlguard.knowledge.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Indicator;
import org.pmlguard.knowledge.rule.Rule;

/** What a site may change, and what not. */
class OverlayTest {

    @TempDir
    private Path site;

    private Knowledge with(String file, String content) throws IOException {
        Files.writeString(site.resolve(file), content);
        return PackLoader.shippedWith(site);
    }

    private List<String> violations(String file, String content) throws IOException {
        Files.writeString(site.resolve(file), content);
        KnowledgeInvalid invalid = catchThrowableOfType(KnowledgeInvalid.class, () -> PackLoader.shippedWith(site));
        return invalid == null ? List.of() : invalid.violations();
    }

    private static Rule rule(Knowledge knowledge, String id) {
        return knowledge.rule(id).orElseThrow();
    }

    @Test
    void anEmptyDirectoryChangesNothing() {
        assertThat(PackLoader.shippedWith(site).edition())
                .isEqualTo(PackLoader.shipped().edition());
    }

    @Test
    void aThresholdChanges() throws IOException {
        Knowledge knowledge = with("settings.yaml", "settings: {alc-due: P3M, jcv-index-high: 1.2}");
        assertThat(knowledge.edition().siteChanges())
                .containsExactlyInAnyOrder("alc-due: P183D became P3M", "jcv-index-high: 1.5 became 1.2");
        assertThat(rule(knowledge, "PML-034").levels().getFirst().when().toString())
                .contains("P3M");
    }

    @Test
    void theIntervalsOfTheEuAreChosenByOneWord() throws IOException {
        Knowledge knowledge = with("settings.yaml", "settings: {jurisdiction: eu}");
        assertThat(knowledge.edition().siteChanges())
                .containsExactlyInAnyOrder("jurisdiction: us became eu", "alc-on-fumarate-due: P183D became P3M");
        assertThat(rule(knowledge, "PML-035").levels().getLast().when().toString())
                .contains("P3M");
    }

    @Test
    void whatASiteSetItselfOutweighsItsJurisdiction() throws IOException {
        Knowledge knowledge = with("settings.yaml", "settings: {jurisdiction: eu, alc-on-fumarate-due: P4M}");
        assertThat(knowledge.edition().siteChanges())
                .containsExactlyInAnyOrder("jurisdiction: us became eu", "alc-on-fumarate-due: P183D became P4M");
    }

    @Test
    void aRuleIsSwitchedOff() throws IOException {
        Knowledge knowledge = with("rules.yaml", "rules: [{id: PML-051, enabled: false}]");
        assertThat(knowledge.rule("PML-051")).isEmpty();
        assertThat(knowledge.edition().siteChanges()).containsExactly("PML-051 is switched off");
    }

    @Test
    void aRuleIsOnlyWatched() throws IOException {
        Knowledge knowledge = with("rules.yaml", "rules: [{id: PML-051, shadow: true}]");
        assertThat(rule(knowledge, "PML-051").shadow()).isTrue();
        assertThat(rule(knowledge, "PML-050").shadow()).isFalse();
        assertThat(knowledge.edition().siteChanges()).containsExactly("PML-051 is in shadow: recorded, not shown");
    }

    @Test
    void aFloorRuleIsNeverPutInShadow() throws IOException {
        assertThat(violations("rules.yaml", "rules: [{id: PML-051, shadow: true}, {id: PML-001, shadow: true}]"))
                .containsExactly("overlay/rules.yaml/rules/1/shadow: PML-001 may not be put in shadow");
    }

    @Test
    void aRuleIsEitherOffOrInShadow() throws IOException {
        assertThat(violations("rules.yaml", "rules: [{id: PML-051, enabled: false, shadow: true}]"))
                .containsExactly("overlay/rules.yaml/rules/0/shadow: PML-051 is switched off already");
    }

    @Test
    void aShadowIsYesOrNo() throws IOException {
        assertThat(violations("rules.yaml", "rules: [{id: PML-051, shadow: sometimes}]"))
                .singleElement()
                .asString()
                .startsWith("overlay/rules.yaml/rules/0/shadow: ");
    }

    @Test
    void aRuleIsMadeLessUrgent() throws IOException {
        Knowledge knowledge = with("rules.yaml", "rules: [{id: PML-050, indicator: info}]");
        assertThat(rule(knowledge, "PML-050").levels().getFirst().indicator()).isEqualTo(Indicator.INFO);
    }

    @Test
    void eachLevelIsWordedByItself() throws IOException {
        Knowledge knowledge = with(
                "rules.yaml", "rules: [{id: PML-020, levels: [{summary: \"{drug}: ours\"}, {indicator: warning}]}]");
        assertThat(rule(knowledge, "PML-020").levels())
                .extracting(Rule.Level::summary)
                .first()
                .isEqualTo("{drug}: ours");
        assertThat(rule(knowledge, "PML-020").levels().getLast().indicator()).isEqualTo(Indicator.WARNING);
    }

    @Test
    void theHashCoversTheOverlay() throws IOException {
        String sha256 =
                with("settings.yaml", "settings: {alc-due: P3M}").edition().sha256();
        assertThat(sha256).isNotEqualTo(PackLoader.shipped().edition().sha256());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settings.yaml | settings: {no-such: P3M} | no setting no-such",
                "settings.yaml | settings: {alc-due: 3} | another kind of value",
                "settings.yaml | settings: {jcv-dna-recent: P1M} | may not be weakened",
                "settings.yaml | settings: {jurisdiction: mars} | us or eu",
                "settings.yaml | settings: [1] | settings.yaml",
                "rules.yaml | rules: [{id: PML-999, enabled: false}] | no rule PML-999",
                "rules.yaml | rules: [{id: PML-001, enabled: false}] | may not be switched off",
                "rules.yaml | rules: [{id: PML-011, indicator: warning}] | less urgent",
                "rules.yaml | rules: [{id: PML-020, indicator: info}] | has 2 levels",
                "rules.yaml | rules: [{id: PML-050, colour: red}] | colour",
                "rules.yaml | rules: [{id: PML-050, summary: '{nosuchfact}'}] | nosuchfact",
            })
    void whatASiteMayNotDoStopsTheStart(String file, String content, String named) throws IOException {
        assertThat(violations(file, content)).anyMatch(violation -> violation.contains(named));
    }

    @Test
    void everyFaultIsNamedAtOnce() throws IOException {
        assertThat(
                        violations(
                                "rules.yaml",
                                "rules: [{id: PML-001, enabled: false}, {id: PML-999, enabled: false}, {id: PML-011, indicator: info}]"))
                .hasSize(3);
    }

    @Test
    void wordingAFloorRuleIsAllowed() throws IOException {
        Knowledge knowledge = with("rules.yaml", "rules: [{id: PML-001, summary: \"{drug}: PML on record\"}]");
        assertThat(rule(knowledge, "PML-001").levels().getFirst().summary()).isEqualTo("{drug}: PML on record");
    }

    @Test
    void everySettingThatAFloorRuleNamesIsFloor() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/knowledge/settings.yaml"));
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/knowledge/rules"))) {
            for (Path file : files.toList()) {
                for (String rule : Files.readString(file).split("(?m)^  - id: ", -1)) {
                    if (rule.contains("floor: true")) {
                        Pattern.compile("\\$([a-z0-9-]+)")
                                .matcher(rule)
                                .results()
                                .forEach(name -> assertThat(settings)
                                        .containsPattern("(?m)^  " + name.group(1) + ": \\{value: [^,]+, floor: true"));
                    }
                }
            }
        }
    }
}
