package org.pmlguard.knowledge.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pmlguard.knowledge.drug.Sample.coding;
import static org.pmlguard.knowledge.drug.Sample.ids;
import static org.pmlguard.knowledge.drug.Sample.recognised;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.drug.Recognition.By;

class ConflictTest {

    private static final String NATALIZUMAB = "354770";
    private static final String RITUXIMAB = "121191";
    private static final String CLADRIBINE = "44157";

    @Test
    void aCodeAndADisplayOfDifferentDrugsAreBothKept() {
        Recognition recognition = of(rxnorm(NATALIZUMAB, "rituximab 10 MG/ML Injection"));
        assertThat(recognition.conflict()).isTrue();
        assertThat(recognition.drugs())
                .extracting(found -> found.drug().id() + " " + found.by())
                .containsExactly("natalizumab " + By.CODE, "rituximab " + By.NAME);
    }

    @Test
    void aTextAgainstACodeIsAConflictToo() {
        Concept order = new Concept(List.of(rxnorm(NATALIZUMAB, "")), "Rituxan infusion");
        assertThat(recognised(Product.named(order)).conflict()).isTrue();
    }

    @Test
    void twoCodesOfOneConceptShouldMeanOneDrug() {
        Recognition recognition = of(rxnorm(NATALIZUMAB, ""), rxnorm(RITUXIMAB, ""));
        assertThat(recognition.conflict()).isTrue();
        assertThat(ids(recognition)).containsExactlyInAnyOrder("natalizumab", "rituximab");
    }

    @Test
    void twoIngredientsMayBeTwoDrugs() {
        Product product = new Product(
                Concept.ofText("chemotherapy bag"),
                List.of(
                        new Concept(List.of(rxnorm(RITUXIMAB, "rituximab")), ""),
                        new Concept(List.of(rxnorm("3002", "cyclophosphamide")), "")),
                List.of(),
                List.of());
        assertThat(recognised(product).conflict()).isFalse();
        assertThat(ids(recognised(product))).containsExactlyInAnyOrder("rituximab", "cyclophosphamide");
    }

    @Test
    void anUnknownCodeUnderAKnownDisplayIsReadByTheDisplay() {
        Recognition recognition = of(rxnorm("99999999", "Tysabri"));
        assertThat(recognition.conflict()).isFalse();
        assertThat(recognition.drugs()).extracting(Recognition.Recognised::by).containsExactly(By.NAME);
    }

    /** What the display names is not known here, so that it contradicts the code is not known either. */
    @Test
    void aKnownCodeUnderAnUnknownDisplayIsReadByTheCode() {
        Recognition recognition = of(rxnorm(NATALIZUMAB, "Erythromycin 250 MG"));
        assertThat(recognition.conflict()).isFalse();
        assertThat(ids(recognition)).containsExactly("natalizumab");
    }

    /** Cisplatin is known by name only: neither its code nor the display says anything here. */
    @Test
    void anUnknownCodeUnderAnUnknownDisplayIsNobody() {
        assertThat(of(rxnorm("2555", "Erythromycin 250 MG"))).isEqualTo(Recognition.NOTHING);
    }

    @Test
    void aNameThatSaysMoreThanTheCodeStands() {
        Recognition recognition = of(rxnorm(CLADRIBINE, "Mavenclad 10 mg tablet"));
        assertThat(recognition.conflict()).isFalse();
        assertThat(ids(recognition)).containsExactly("cladribine-oral");
    }

    @Test
    void aCodeThatSaysMoreThanTheNameStands() {
        Recognition recognition = of(rxnorm("240754", "cladribine"), rxnorm(CLADRIBINE, "cladribine"));
        assertThat(recognition.conflict()).isFalse();
        assertThat(ids(recognition)).containsExactly("cladribine-iv");
    }

    private static Recognition of(Coding... codings) {
        return recognised(Product.named(new Concept(List.of(codings), "")));
    }

    private static Coding rxnorm(String code, String display) {
        return coding(CodeSystem.RXNORM, code, display);
    }
}
