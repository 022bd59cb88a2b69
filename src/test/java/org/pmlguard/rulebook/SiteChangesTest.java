package org.pmlguard.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import tools.jackson.databind.JsonNode;

/** What a site changed, as the rule book shows it. */
class SiteChangesTest {

    private static final Knowledge SHIPPED = PackLoader.shipped();

    @TempDir
    private Path site;

    private RuleBook with(String settings, String rules) throws IOException {
        Files.writeString(site.resolve("settings.yaml"), "settings: {" + settings + "}");
        Files.writeString(site.resolve("rules.yaml"), "rules: [" + rules + "]");
        return new RuleBook(PackLoader.shippedWith(site), SHIPPED, List.of(), "");
    }

    @Test
    void aPackWithoutAnOverlayIsAsShipped() {
        RuleBook book = new RuleBook(SHIPPED, List.of(), "");
        assertThat(book.isAsShipped()).isTrue();
        assertThat(book.changedSettings()).isEmpty();
        assertThat(book.changedRules()).isEmpty();
        assertThat(book.off()).isEmpty();
        assertThat(book.settings()).hasSameSizeAs(SHIPPED.settings()).allSatisfy(setting -> {
            assertThat(setting.setting().meaning()).isNotBlank();
            assertThat(setting.evidence()).isNotEmpty();
        });
    }

    @Test
    void aSettingShowsBothValues() throws IOException {
        SettingView changed = with("alc-due: P3M", "").changedSettings().getFirst();
        assertThat(changed.setting().name()).isEqualTo("alc-due");
        assertThat(changed.shippedWords()).isEqualTo("183 days (about 6 months)");
        assertThat(changed.words()).isEqualTo("3 months");
    }

    @Test
    void aRuleShowsTheThresholdThatASettingChangedInIt() throws IOException {
        RuleBook book = with("jcv-index-high: 1.2", "");
        assertThat(book.changes("PML-019"))
                .containsExactly(new RuleChange(
                        "Condition",
                        "JCV antibody positive with index above 1.5",
                        "JCV antibody positive with index above 1.2"));
        assertThat(book.changes("PML-030")).isEmpty();
    }

    @Test
    void aSharedCriterionThatChangedIsSeenInEveryRuleThatUsesIt() throws IOException {
        RuleBook book = with("viral-load-suppressed: 50", "");
        assertThat(book.changedRules()).extracting(RuleView::id).contains("PML-050", "PML-051");
    }

    @Test
    void eachLevelIsShownByItself() throws IOException {
        RuleBook book = with("", "{id: PML-020, levels: [{summary: \"{drug}: ours\"}, {indicator: warning}]}");
        assertThat(book.changes("PML-020"))
                .extracting(RuleChange::what, RuleChange::site)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("The card begins, level 1", "‹drug›: ours"),
                        org.assertj.core.groups.Tuple.tuple("Indicator, level 2", "warning"));
    }

    @Test
    void aRuleThatIsOffIsShownAsItWasShipped() throws IOException {
        RuleBook book = with("", "{id: PML-051, enabled: false}");
        assertThat(book.rule("PML-051")).isEmpty();
        assertThat(book.off()).extracting(RuleView::id).containsExactly("PML-051");
    }

    @Test
    void theJsonSaysTheSame() throws IOException {
        RuleBook book = with("alc-due: P3M", "{id: PML-051, enabled: false}");
        JsonNode all = RuleJson.JSON.readTree(new RuleJson(book).all());
        assertThat(all.path("switchedOff").path(0).asString()).isEqualTo("PML-051");
        assertThat(all.path("settings").valueStream())
                .filteredOn(setting -> setting.path("name").asString().equals("alc-due"))
                .allSatisfy(setting -> {
                    assertThat(setting.path("value").asString()).isEqualTo("P3M");
                    assertThat(setting.path("shipped").asString()).isEqualTo("P183D");
                });
        JsonNode rule = RuleJson.JSON.readTree(
                new RuleJson(book).one(book.rule("PML-034").orElseThrow()));
        assertThat(rule.path("changedBySite").path(0).path("site").asString()).contains("3 months");
    }
}
