package org.pmlguard.rulebook.words;

import java.util.ArrayList;
import java.util.List;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.DrugSet;
import org.pmlguard.knowledge.drug.Drugs;

/** Sets of drugs in words. */
final class DrugNames {

    private final Drugs drugs;

    DrugNames(Drugs drugs) {
        this.drugs = drugs;
    }

    /** {@code natalizumab, a drug of tier T2A or T2B, or of the group fumarate}. */
    String of(DrugSet set) {
        List<String> tiers = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> names = new ArrayList<>();
        set.named().forEach(name -> sort(name, tiers, groups, names));
        if (!tiers.isEmpty()) {
            names.add("a drug of tier " + Names.or(tiers));
        }
        if (!groups.isEmpty()) {
            names.add("a drug of the group " + Names.or(groups));
        }
        return Names.or(names);
    }

    private void sort(String name, List<String> tiers, List<String> groups, List<String> names) {
        if (name.matches("T[0-9][AB]?")) {
            tiers.add(name);
        } else {
            drugs.byId(name).map(Drug::name).ifPresentOrElse(names::add, () -> groups.add(Names.spaced(name)));
        }
    }
}
