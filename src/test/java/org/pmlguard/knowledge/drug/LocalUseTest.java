package org.pmlguard.knowledge.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pmlguard.knowledge.drug.Sample.coding;
import static org.pmlguard.knowledge.drug.Sample.ids;
import static org.pmlguard.knowledge.drug.Sample.recognised;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;

class LocalUseTest {

    private static final Concept DEXAMETHASONE = Concept.ofText("dexamethasone");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Topical", "TOP", "topical (top)", "Ophthalmic", "Opth", "Both Eyes", "left eye", "Inhalation", "INH",
                "Nebulization", "Nasal", "Each Nare", "intranasal", "Otic", "right ear", "Rectal", "PR", "per rectum",
                "Vaginal", "Intra-articular", "Intralesional", "Intravitreal", "Swish and spit", "cutaneous"
            })
    void whatIsPutSomewhereIsNotSystemic(String route) {
        assertThat(ids(by(Concept.ofText(route)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "IV",
                "Intravenous",
                "intravenous piggyback",
                "Oral",
                "PO",
                "by mouth",
                "Subcutaneous",
                "sub-cutaneous",
                "SC",
                "SubQ",
                "under the skin",
                "Intramuscular",
                "IM",
                "NG tube",
                "G-tube",
                "Intrathecal",
                "IV in NS",
                "IV push over 5 minutes"
            })
    void whatReachesTheBloodIsSystemic(String route) {
        assertThat(ids(by(Concept.ofText(route)))).containsExactly("dexamethasone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"6064005", "10547007", "12130007", "16857009", "37161004", "46713006", "54485002", "418730005"})
    void aRouteIsKnownByItsCodeAlone(String snomed) {
        assertThat(ids(by(coded(CodeSystem.SNOMED, snomed)))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"26643006", "47625008", "34206005", "78421000"})
    void theCodesOfMouthVeinSkinAndMuscleAreSystemic(String snomed) {
        assertThat(ids(by(coded(CodeSystem.SNOMED, snomed)))).containsExactly("dexamethasone");
    }

    @Test
    void aLocalCodeMaySpellTheRoute() {
        assertThat(ids(by(coded(CodeSystem.OTHER, "TOP")))).isEmpty();
        assertThat(ids(by(coded(CodeSystem.OTHER, "PO")))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Topical Cream", "Ointment", "Ophthalmic Suspension", "Eye drops", "Enema", "Topical Gel"})
    void aFormSaysItToo(String form) {
        Product product = new Product(DEXAMETHASONE, List.of(), List.of(), List.of(Concept.ofText(form)));
        assertThat(ids(recognised(product))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oral Tablet",
                "Soft Gel Capsule",
                "Injection, gel-free",
                "TAB EXT REL",
                "Dry powder for injection",
                "Oral Drops",
                "Liquid Gel Capsule",
                "Delayed Release Oral Capsule",
                "Gelatin capsule"
            })
    void formsThatSoundLocalAreNot(String form) {
        Product product = new Product(DEXAMETHASONE, List.of(), List.of(), List.of(Concept.ofText(form)));
        assertThat(ids(recognised(product))).containsExactly("dexamethasone");
    }

    /** Decided: it is given for a disease of the brain's surroundings and stays in the blood for days. */
    @Test
    void methotrexateIntoTheSpinalCanalCounts() {
        Product product = new Product(
                Concept.ofText("methotrexate 12 mg"), List.of(), List.of(Concept.ofText("Intrathecal")), List.of());
        assertThat(ids(recognised(product))).containsExactly("methotrexate");
    }

    @Test
    void aLocalRouteCountsForACodedProductToo() {
        Concept tacrolimus = new Concept(List.of(coding(CodeSystem.RXNORM, "42316", "tacrolimus")), "");
        Product product = new Product(tacrolimus, List.of(), List.of(Concept.ofText("Topical")), List.of());
        assertThat(ids(recognised(product))).isEmpty();
    }

    private static Recognition by(Concept route) {
        return recognised(new Product(DEXAMETHASONE, List.of(), List.of(route), List.of()));
    }

    private static Concept coded(CodeSystem system, String code) {
        return new Concept(List.of(coding(system, code, "")), "");
    }
}
