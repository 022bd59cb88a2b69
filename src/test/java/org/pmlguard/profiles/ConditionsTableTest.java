package org.pmlguard.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pmlguard.profiles.Artefacts.idOf;
import static org.pmlguard.profiles.Artefacts.strings;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ConditionsTableTest {
    private static final List<JsonNode> CONDITIONS = Artefacts.table("conditions");

    @Test
    void everyConditionHasWordsWeightAndEvidence() {
        assertThat(CONDITIONS).allSatisfy(condition -> {
            assertThat(strings(condition.required("text"), "any")).isNotEmpty();
            assertThat(condition.required("past-counts").isBoolean()).isTrue();
            assertThat(strings(condition, "evidence")).isNotEmpty().allMatch(e -> e.matches("D|S[0-9]+[a-z]?"));
            assertThat(condition.path("weight").asString("m")).isIn("M", "m", "w");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PML",
                "History of PML",
                "Progressive multifocal leukoencephalopathy (PML), rare",
                "progressive multiple leukoencephalopathy",
                "PROGRESSIVE MULTIFOCAL LEUCOENCEPHALOPATHY",
                "Suspected progressive multifocal leukencephalopathy"
            })
    void pmlIsRecognised(String text) {
        assertThat(recognised(text)).contains("pml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acute promyelocytic leukemia with PML-RARA",
                "PML::RARA fusion",
                "PML-RARα positive",
                "PML/RAR alpha positive",
                "Posterior reversible encephalopathy syndrome",
                "Reversible posterior leukoencephalopathy",
                "Family history of PML",
                "Methotrexate leukoencephalopathy",
                "At risk for PML",
                "Encounter for PML screening"
            })
    void whatMerelyLooksLikePmlIsNot(String text) {
        assertThat(recognised(text)).doesNotContain("pml");
    }

    @ParameterizedTest
    @CsvSource({
        "AIDS, aids",
        "HIV positive, hiv",
        "Non-Hodgkin lymphoma, nhl",
        "Hodgkin's disease, hodgkin",
        "Kidney transplant from deceased donor, solid-organ-transplant",
        "Allogeneic stem cell transplant (matched unrelated donor), hsct",
        "Squamous cell carcinoma of skin, malignancy",
        "New left hemiparesis, neuro-sign"
    })
    void aTextNamesItsCondition(String text, String condition) {
        assertThat(recognised(text)).contains(condition);
    }

    @ParameterizedTest
    @CsvSource({
        "Wears hearing aids, aids",
        "HIV screening negative, hiv",
        "Non-Hodgkin lymphoma, hodgkin",
        "Awaiting kidney transplant, solid-organ-transplant",
        "Basal cell carcinoma of skin, malignancy",
        "Febrile seizure, neuro-sign",
        "Discoid lupus erythematosus, sle"
    })
    void aTextIsSparedAConditionItDoesNotName(String text, String condition) {
        assertThat(recognised(text)).doesNotContain(condition);
    }

    private static List<String> recognised(String text) {
        return CONDITIONS.stream()
                .filter(c -> Phrase.matches(c, text))
                .map(c -> idOf(c))
                .toList();
    }
}
