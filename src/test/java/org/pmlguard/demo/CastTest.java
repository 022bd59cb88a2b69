package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;

/** The stories and the formulary of the demo hold together, with each other and with the knowledge. */
class CastTest {

    private static final Set<String> NOT_WATCHED =
            Set.of("ferrous-fumarate", "tenofovir", "clemastine", "tacrolimus-ointment", "azithromycin", "paracetamol");

    private final Knowledge knowledge = PackLoader.shipped();
    private final Map<String, Formulary.Product> products = new TreeMap<>(Formulary.shipped().products().stream()
            .collect(Collectors.toMap(Formulary.Product::id, product -> product)));

    @Test
    void everyStoryOrdersSomethingOfTheFormulary() {
        assertThat(Cast.shipped().patients())
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(role -> assertThat(products).containsKey(role.order()));
    }

    @Test
    void everyCodeOfTheFormularyMeansTheDrugItIsWrittenFor() {
        assertThat(products.values())
                .filteredOn(product -> !product.rxnorm().isEmpty())
                .isNotEmpty()
                .allSatisfy(product -> {
                    Concept coded = new Concept(List.of(new Coding(CodeSystem.RXNORM, product.rxnorm(), "")), "");
                    assertThat(recognised(coded))
                            .isNotEmpty()
                            .isEqualTo(recognised(new Concept(List.of(), product.name())));
                });
    }

    @Test
    void lookAlikesAreRecognisedAsNothing() {
        assertThat(products.values())
                .filteredOn(product -> NOT_WATCHED.contains(product.id()))
                .hasSameSizeAs(NOT_WATCHED)
                .allSatisfy(product -> assertThat(recognised(new Concept(List.of(), product.name())))
                        .isEmpty());
    }

    private Set<String> recognised(Concept name) {
        return knowledge.drugs().recognise(Product.named(name)).drugs().stream()
                .map(found -> found.drug().id())
                .collect(Collectors.toSet());
    }
}
