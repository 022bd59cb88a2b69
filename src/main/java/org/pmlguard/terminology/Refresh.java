package org.pmlguard.terminology;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.drug.Recognition.Recognised;
import org.pmlguard.terminology.Harvest.Use;

/**
 * Gathers the codes of the known drugs. A drug is found by its name among the ingredients, its codes by what holds the
 * ingredient, and systemic is told from local use by dose form and route, with the same eyes that read an order.
 */
final class Refresh {

    private final Drugs drugs;
    private final Findings findings;
    private final Harvest harvest = new Harvest();

    Refresh(Drugs drugs, Findings findings) {
        this.drugs = drugs;
        this.findings = findings;
    }

    void rxnorm(RxNorm rxnorm) throws IOException {
        Set<String> found = new HashSet<>();
        for (RxNorm.Concept ingredient : rxnorm.ingredients()) {
            for (Drug drug : recognised(ingredient.name(), List.of(), List.of())) {
                found.add(drug.name());
                rxnorm.above(ingredient.rxcui()).forEach(concept -> file(rxnorm, drug, concept));
            }
        }
        drugs.all().stream()
                .map(Drug::name)
                .filter(name -> !found.contains(name))
                .forEach(findings::unknown);
        rxnorm.packages(findings, (rxcui, ndc) -> harvest.ndc(rxcui, ndc, ""));
    }

    /** The ingredient itself is systemic, unless it is a salt made for the skin; so is all of unknown form. */
    private void file(RxNorm rxnorm, Drug drug, RxNorm.Concept concept) {
        if (concept.isIngredient()
                && recognised(concept.name(), List.of(), List.of()).contains(drug)) {
            harvest.concept(drug.id(), Use.SYSTEMIC, concept);
            return;
        }
        Set<Use> uses = new HashSet<>();
        rxnorm.forms(concept.rxcui()).forEach(form -> uses.add(use(drug, List.of(), form)));
        if (uses.size() > 1) {
            findings.unclear(String.valueOf(concept.rxcui()));
        } else {
            Use use = uses.isEmpty() ? Use.SYSTEMIC : uses.iterator().next();
            harvest.concept(named(drug, concept.name()).id(), use, concept);
        }
    }

    /** Some names say which form of the drug it is: cladribine as tablet or as injection. */
    private Drug named(Drug drug, String name) {
        return recognised(name, List.of(), List.of()).stream()
                .filter(other -> other.name().startsWith(drug.name() + " "))
                .findFirst()
                .orElse(drug);
    }

    void openFda(OpenFda.Product product) {
        for (Drug drug : recognised(product.name(), List.of(), List.of())) {
            String set = Harvest.valueSet(drug.id(), use(drug, product.routes(), product.form()));
            product.packages().forEach(ndc -> harvest.ndc(set, elevenDigits(ndc), product.name()));
        }
    }

    private Use use(Drug drug, List<String> routes, String form) {
        return recognised(drug.name(), routes, List.of(form)).isEmpty() ? Use.LOCAL : Use.SYSTEMIC;
    }

    private List<Drug> recognised(String name, List<String> routes, List<String> forms) {
        Product product = new Product(Concept.ofText(name), List.of(), texts(routes), texts(forms));
        return drugs.recognise(product).drugs().stream().map(Recognised::drug).toList();
    }

    private static List<Concept> texts(List<String> texts) {
        return texts.stream().map(Concept::ofText).toList();
    }

    private static String elevenDigits(String ndc) {
        List<Integer> lengths = List.of(5, 4, 2);
        List<String> parts = new ArrayList<>();
        for (String part : ndc.split("-", -1)) {
            int missing = Optional.of(lengths.get(parts.size()) - part.length())
                    .filter(n -> n > 0)
                    .orElse(0);
            parts.add("0".repeat(missing) + part);
        }
        return String.join("", parts);
    }

    SortedMap<String, Map<CodeSystem, SortedMap<String, String>>> valueSets() {
        return harvest.sets();
    }
}
