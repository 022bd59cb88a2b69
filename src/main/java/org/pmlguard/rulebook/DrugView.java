package org.pmlguard.rulebook;

import java.util.List;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Tier;
import org.pmlguard.rulebook.words.Names;
import org.pmlguard.rulebook.words.Times;

/**
 * A drug as the rule book shows it.
 *
 * @param carryOver how long after the last dose it still counts; empty where no figure is given
 * @param codes how many codes mean it
 * @param names how many names it is known by
 */
record DrugView(Drug drug, List<String> groups, String carryOver, int codes, int names, List<String> rules) {

    DrugView {
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
    }

    static DrugView of(Drug drug, Knowledge knowledge) {
        return new DrugView(
                drug,
                drug.groups().stream().map(Names::spaced).sorted().toList(),
                drug.carryOver().map(Times::words).orElse(""),
                knowledge.drugs().codesOf(drug),
                knowledge.drugs().namesOf(drug),
                knowledge.about(drug).stream().map(rule -> rule.id()).toList());
    }

    /** What a tier stands for. */
    static String words(Tier tier) {
        return switch (tier) {
            case T1 -> "raises the risk of PML by itself";
            case T2A -> "raises it in people already at risk; boxed PML warning in the US";
            case T2B -> "raises it in people already at risk; no boxed warning";
            case T3 -> "weak, theoretical or named in a label only";
            case T0 -> "never a card";
        };
    }
}
