package org.pmlguard.profiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pmlguard.profiles.Artefacts.codes;
import static org.pmlguard.profiles.Artefacts.idOf;
import static org.pmlguard.profiles.Artefacts.strings;

import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class DrugsTableTest {
    private static final List<JsonNode> DRUGS = Artefacts.table("drugs");
    private static final String GROUPS = """
            ms-dmt interferon-glatiramer fumarate s1p anti-cd20 anti-cd19 natalizumab-like purine-analogue alkylator
            antineoplastic tnf-inhibitor jak-inhibitor cni mtor antimetabolite interleukin-inhibitor btk-pi3k cell-therapy
            depleting systemic-steroid aminosalicylate immune-globulin prior-is-strict prior-is-extended
            systemic-immunosuppressant monitored
            """;

    @Test
    void aCodeMeansOneDrug() {
        Map<String, String> owners = new HashMap<>();
        for (JsonNode drug : DRUGS) {
            for (String code : codes(drug, "value-sets")) {
                String other = owners.put(code, idOf(drug));
                assertThat(other).as("%s means %s and", code, idOf(drug)).isNull();
            }
        }
    }

    @Test
    void noCodeIsBothSystemicAndLocal() {
        Set<String> systemic = new TreeSet<>();
        DRUGS.forEach(drug -> systemic.addAll(codes(drug, "value-sets")));
        assertThat(DRUGS)
                .allSatisfy(drug -> assertThat(codes(drug, "local-value-sets")).doesNotContainAnyElementsOf(systemic));
    }

    @Test
    void aNameLeadsToOneDrug() {
        for (JsonNode drug : DRUGS) {
            assertThat(names(drug))
                    .allSatisfy(name -> assertThat(recognised(name)).containsExactly(idOf(drug)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NATALIZUMAB 300 MG/15ML IV CONC, natalizumab",
        "natalizumab-sztn, natalizumab",
        "methylPREDNISolone 4 MG Oral Tablet [Medrol], methylprednisolone",
        "Methyl-prednisolone injection, methylprednisolone",
        "predniSONE 5 MG Oral Tablet, prednisone",
        "everolimus 0.5 MG Oral Tablet [Zortress], everolimus",
        "mycophenolate sodium 360 MG, mycophenolic-acid",
        "mycophenolate 500 mg tablet, mycophenolate-mofetil",
        "Kesimpta (ofatumumab) pen, ofatumumab-sc",
        "ofatumumab 20 MG/ML Injection [Arzerra], ofatumumab-iv",
        "ofatumumab, ofatumumab",
        "cladribine 10 MG Oral Tablet [Mavenclad], cladribine-oral",
        "cladribine 1 MG/ML, cladribine",
        "anti-thymocyte immune globulin (rabbit), antithymocyte-globulin",
        "rituximab 1400 MG / hyaluronidase [Rituxan Hycela], rituximab"
    })
    void aTextLeadsToItsDrug(String text, String drug) {
        assertThat(recognised(text)).containsExactly(drug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tenofovir disoproxil fumarate 300 MG Oral Tablet",
                "ferrous fumarate 325 MG",
                "quetiapine fumarate",
                "azithromycin 250 MG",
                "temsirolimus 25 MG/ML",
                "deuruxolitinib 8 MG",
                "remibrutinib 25 MG",
                "ruxolitinib 15 MG/ML Topical Cream [Opzelura]",
                "tacrolimus 0.001 MG/MG Topical Ointment [Protopic]",
                "cyclosporine 0.5 MG/ML Ophthalmic Suspension [Restasis]",
                "hydrocortisone 10 MG/ML Topical Cream",
                "prednisolone acetate 10 MG/ML Ophthalmic Suspension [Pred Forte]",
                "dexamethasone 1 MG/ML / tobramycin 3 MG/ML Ophthalmic Suspension"
            })
    void aLookAlikeIsNobody(String text) {
        assertThat(recognised(text)).isEmpty();
    }

    @Test
    void everyDrugIsPlacedByTierGroupsAndEvidence() {
        assertThat(DRUGS).allSatisfy(drug -> {
            assertThat(tier(drug)).isIn("T0", "T1", "T2A", "T2B", "T3");
            assertThat(strings(drug, "groups")).isSubsetOf(GROUPS.split("\\s+"));
            assertThat(strings(drug, "evidence")).isNotEmpty().allMatch(e -> e.matches("D|S[0-9]+[a-z]?"));
            assertThat(drug.has("carry-over")).isEqualTo(drug.has("carry-over-source"));
            if (drug.has("carry-over")) {
                assertThat(Period.parse(drug.get("carry-over").asString())).isNotEqualTo(Period.ZERO);
            }
        });
    }

    @Test
    void strictPriorImmunosuppressionIsPartOfTheExtendedOne() {
        assertThat(inGroup("prior-is-strict"))
                .containsExactlyInAnyOrder(
                        "mitoxantrone",
                        "azathioprine",
                        "methotrexate",
                        "cyclophosphamide",
                        "mycophenolate-mofetil",
                        "mycophenolic-acid")
                .isSubsetOf(inGroup("prior-is-extended"));
    }

    @Test
    void whatIsNoPriorImmunosuppressionStaysOut() {
        assertThat(inGroup("prior-is-extended"))
                .doesNotContain("teriflunomide", "natalizumab")
                .doesNotContainAnyElementsOf(inGroup("fumarate"))
                .doesNotContainAnyElementsOf(inGroup("s1p"))
                .doesNotContainAnyElementsOf(inGroup("systemic-steroid"))
                .doesNotContainAnyElementsOf(inGroup("interferon-glatiramer"));
    }

    @Test
    void onlyDrugsThatNeverAlertAndSteroidsStandOutsideTheImmunosuppressants() {
        assertThat(DRUGS)
                .allSatisfy(drug -> assertThat(tier(drug).equals("T0") || isIn(drug, "systemic-steroid"))
                        .as(idOf(drug))
                        .isNotEqualTo(isIn(drug, "systemic-immunosuppressant")));
    }

    @Test
    void natalizumabRulesMeanNatalizumabAlone() {
        assertThat(inGroup("natalizumab-like")).containsExactly("natalizumab");
    }

    private static String tier(JsonNode drug) {
        return drug.required("tier").asString();
    }

    private static boolean isIn(JsonNode drug, String group) {
        return strings(drug, "groups").contains(group);
    }

    private static List<String> inGroup(String group) {
        List<String> ids =
                DRUGS.stream().filter(d -> isIn(d, group)).map(Artefacts::idOf).toList();
        assertThat(ids).as(group).isNotEmpty();
        return ids;
    }

    private static List<String> names(JsonNode drug) {
        return Stream.concat(Stream.of(drug.required("name").asString()), strings(drug, "names").stream())
                .toList();
    }

    private static List<String> recognised(String text) {
        return DRUGS.stream()
                .filter(d -> names(d).stream().anyMatch(n -> Phrase.in(text, n)))
                .filter(d -> strings(d, "not").stream().noneMatch(n -> Phrase.in(text, n)))
                .map(Artefacts::idOf)
                .toList();
    }
}
