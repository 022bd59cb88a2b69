package org.pmlguard.knowledge.drug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pmlguard.knowledge.drug.Sample.KNOWLEDGE;
import static org.pmlguard.knowledge.drug.Sample.ids;
import static org.pmlguard.knowledge.drug.Sample.recognised;
import static org.pmlguard.knowledge.drug.Sample.text;
import static org.pmlguard.knowledge.drug.Sample.watched;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.drug.Sample.Row;

class RecognitionTest {

    private static final List<Row> PRODUCTS =
            Sample.lines("products.csv").stream().map(Row::of).toList();

    @Test
    void everyProductIsRecognisedAsItsDrugAndNoOther() {
        assertThat(PRODUCTS)
                .allSatisfy(row -> assertThat(ids(recognised(row.product()))).isEqualTo(row.drugs()));
    }

    @Test
    void noProductSetsItsCodeAgainstItsName() {
        assertThat(PRODUCTS)
                .allSatisfy(
                        row -> assertThat(recognised(row.product()).conflict()).isFalse());
    }

    @Test
    void theProductsCoverEveryWatchedDrug() {
        Set<String> covered =
                PRODUCTS.stream().flatMap(row -> row.drugs().stream()).collect(Collectors.toSet());
        assertThat(KNOWLEDGE.drugs().all().stream().filter(KNOWLEDGE::watches).map(Drug::id))
                .isSubsetOf(covered);
    }

    @Test
    void otherDrugsAndWordsMadeToLookLikeOursAreNobody() {
        assertThat(Sample.lines("other-drugs.csv"))
                .hasSizeGreaterThan(500)
                .allSatisfy(name -> assertThat(watched(text(name))).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "prednisone, PREDNISONE 20 MG PO TABS",
        "prednisolone, prednisoLONE 15 mg/5 mL oral solution",
        "methylprednisolone, methylPREDNISolone sod succ 125 mg",
        "azathioprine, azaTHIOprine",
        "sirolimus, Sirolimus 1 mg",
        "everolimus, everolimus 0.75 mg",
        "tacrolimus, TACROLIMUS XL",
        "ibrutinib, Ibrutinib 420 mg",
        "acalabrutinib, acalabrutinib 100 mg"
    })
    void neighboursInSpellingAreKeptApart(String drug, String name) {
        assertThat(ids(recognised(text(name)))).containsExactly(drug);
    }

    @ParameterizedTest
    @CsvSource({
        "64406-008-01",
        "64406-0008-01",
        "64406000801",
        "6440600801",
        // a package nobody has listed, and the product without its package
        "64406-008-77",
        "64406-008"
    })
    void anNdcIsReadInAllItsWritings(String ndc) {
        Concept tysabri = new Concept(List.of(Sample.coding(CodeSystem.NDC, ndc, "")), "");
        assertThat(ids(recognised(Product.named(tysabri)))).containsExactly("natalizumab");
    }

    @Test
    void onlyADrugKnownInSeveralFormsBeginsTheNameOfAnother() {
        List<Drug> all = KNOWLEDGE.drugs().all();
        assertThat(all.stream().filter(bare -> all.stream().anyMatch(drug -> drug.isFormOf(bare))))
                .extracting(Drug::id)
                .containsExactlyInAnyOrder("cladribine", "ofatumumab");
    }
}
