package org.pmlguard.knowledge.drug;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some of the drugs, as a rule names them: by drug, group or tier.
 *
 * @param named the words of the rule, for people
 * @param drugs the ids they stand for
 */
public record DrugSet(List<String> named, Set<String> drugs) {

    public DrugSet {
        named = List.copyOf(named);
        drugs = Set.copyOf(drugs);
    }

    /** The drugs that any of the names picks; empty when no drug answers to them. */
    public static DrugSet of(List<String> names, Collection<Drug> all) {
        return new DrugSet(
                names,
                all.stream()
                        .filter(drug -> names.stream().anyMatch(name -> answers(drug, name)))
                        .map(Drug::id)
                        .collect(Collectors.toSet()));
    }

    /** These drugs but for some. */
    public DrugSet without(DrugSet others) {
        Set<String> left = new HashSet<>(drugs);
        left.removeAll(others.drugs());
        return new DrugSet(named, left);
    }

    public boolean contains(Drug drug) {
        return drugs.contains(drug.id());
    }

    private static boolean answers(Drug drug, String name) {
        return drug.id().equals(name)
                || drug.groups().contains(name)
                || drug.tier().name().equals(name)
                || (name.equals("T2") && (drug.tier() == Tier.T2A || drug.tier() == Tier.T2B));
    }
}
