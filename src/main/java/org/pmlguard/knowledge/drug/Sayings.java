package org.pmlguard.knowledge.drug;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pmlguard.knowledge.drug.Recognition.By;
import org.pmlguard.knowledge.drug.Recognition.Recognised;

/**
 * What the codes and the names of one product say it is.
 *
 * @param codings what the codings of the product itself mean; they should all mean the same
 * @param codes what all codes mean, those of its ingredients included
 * @param names what its texts name
 */
record Sayings(Set<Drug> codings, Set<Drug> codes, Set<Drug> names) {

    boolean isNothing() {
        return codes.isEmpty() && names.isEmpty();
    }

    /** All of it put together; where a saying only repeats another less exactly, the exact one stands. */
    Recognition together() {
        Set<Drug> byCode = exact(codes);
        Set<Drug> byName = exact(names);
        boolean conflict = exact(codings).size() > 1 || apart(byCode, byName);
        List<Recognised> drugs = new ArrayList<>();
        byCode.forEach(drug -> drugs.add(new Recognised(drug, By.CODE)));
        if (byCode.isEmpty() || conflict) {
            byName.stream()
                    .filter(drug -> !byCode.contains(drug))
                    .forEach(drug -> drugs.add(new Recognised(drug, By.NAME)));
        }
        return new Recognition(drugs, conflict);
    }

    private Set<Drug> exact(Set<Drug> said) {
        if (said.isEmpty()) {
            return said;
        }
        Set<Drug> left = new LinkedHashSet<>(said);
        left.removeIf(drug -> isFormSaid(drug, codes) || isFormSaid(drug, names));
        return left;
    }

    private static boolean isFormSaid(Drug drug, Set<Drug> said) {
        return said.stream().anyMatch(other -> other.isFormOf(drug));
    }

    private static boolean apart(Set<Drug> some, Set<Drug> others) {
        return !some.isEmpty() && !others.isEmpty() && some.stream().noneMatch(others::contains);
    }
}
