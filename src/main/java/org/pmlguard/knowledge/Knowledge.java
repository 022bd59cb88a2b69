package org.pmlguard.knowledge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.condition.Conditions;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.lab.LabTests;
import org.pmlguard.knowledge.procedure.Procedures;
import org.pmlguard.knowledge.rule.Advice;
import org.pmlguard.knowledge.rule.Citation;
import org.pmlguard.knowledge.rule.Defaults;
import org.pmlguard.knowledge.rule.Figures;
import org.pmlguard.knowledge.rule.OverrideReason;
import org.pmlguard.knowledge.rule.Relations;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.knowledge.rule.Setting;

/** The knowledge pack: everything PML Guard knows, as one immutable value. */
public record Knowledge(
        Edition edition,
        Drugs drugs,
        Conditions conditions,
        LabTests tests,
        Procedures procedures,
        Relations relations,
        Defaults defaults,
        List<Setting> settings,
        List<Rule> rules,
        Figures figures,
        Map<String, Advice> advice,
        Map<String, OverrideReason> overrideReasons,
        Map<String, Citation> evidence) {

    public Knowledge {
        settings = List.copyOf(settings);
        rules = List.copyOf(rules);
        advice = Map.copyOf(advice);
        overrideReasons = Map.copyOf(overrideReasons);
        evidence = Map.copyOf(evidence);
    }

    /**
     * Which pack it is.
     *
     * @param version semantic version
     * @param sha256 of all its files, in hexadecimal
     * @param standing what the pack says of its own review
     * @param siteChanges what a site's overlay changed, in words; empty without one
     */
    public record Edition(String version, String sha256, String standing, List<String> siteChanges) {
        public Edition {
            siteChanges = List.copyOf(siteChanges);
        }
    }

    /** The same knowledge under an edition. */
    public Knowledge as(Edition other) {
        return new Knowledge(
                other,
                drugs,
                conditions,
                tests,
                procedures,
                relations,
                defaults,
                settings,
                rules,
                figures,
                advice,
                overrideReasons,
                evidence);
    }

    /** The rules that speak about a drug. */
    public List<Rule> about(Drug drug) {
        return rules.stream().filter(rule -> rule.order().contains(drug)).toList();
    }

    /** The rules that speak about a drug at a stage: of a treatment that nobody orders only what is worth saying then. */
    public List<Rule> about(Drug drug, Order.Stage stage) {
        return stage.isTreatment()
                ? about(drug).stream()
                        .flatMap(rule -> rule.about(stage).stream())
                        .toList()
                : about(drug);
    }

    /** Whether any rule speaks about a drug: only such an order is worth opening a chart for. */
    public boolean watches(Drug drug) {
        return rules.stream().anyMatch(rule -> rule.order().contains(drug));
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }
}
