package org.pmlguard.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.knowledge.rule.Rule;
import tools.jackson.databind.JsonNode;

class RuleJsonTest {

    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final RuleBook BOOK = new RuleBook(KNOWLEDGE, List.of(), "");
    private static final RuleJson JSON = new RuleJson(BOOK);

    @Test
    void everyRuleReadBackEqualsTheOneTheServerJudgesBy() {
        for (Rule rule : KNOWLEDGE.rules()) {
            byte[] json = JSON.one(BOOK.rule(rule.id()).orElseThrow());
            assertThat(RuleJson.JSON.readValue(json, Rule.class)).isEqualTo(rule);
        }
    }

    @Test
    void theWholePackIsThere() {
        JsonNode all = RuleJson.JSON.readTree(JSON.all());
        assertThat(all.path("rules")).hasSameSizeAs(KNOWLEDGE.rules());
        assertThat(all.path("drugs")).hasSameSizeAs(KNOWLEDGE.drugs().all());
        assertThat(all.path("conditions")).hasSameSizeAs(KNOWLEDGE.conditions().all());
        assertThat(all.path("tests")).hasSameSizeAs(KNOWLEDGE.tests().all());
        assertThat(all.path("evidence")).hasSize(KNOWLEDGE.evidence().size());
        assertThat(all.path("edition").path("sha256").asString())
                .isEqualTo(KNOWLEDGE.edition().sha256());
    }

    @Test
    void aDrugIsRecognisedByItsOwnNameAtLeast() {
        assertThat(BOOK.drugs())
                .allSatisfy(
                        view -> assertThat(view.names()).as(view.drug().id()).isPositive());
        assertThat(BOOK.drugs()).anySatisfy(view -> assertThat(view.codes()).isGreaterThan(5));
    }
}
