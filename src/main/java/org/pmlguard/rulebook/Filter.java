package org.pmlguard.rulebook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.pmlguard.knowledge.rule.Indicator;

/**
 * Which rules a reader wants to see; a blank part asks for nothing.
 *
 * @param q words
 * @param indicator as CDS Hooks spells it
 * @param drug the id of an ordered drug
 */
record Filter(String q, String indicator, String drug) {

    public boolean isEmpty() {
        return q.isBlank() && indicator.isBlank() && drug.isBlank();
    }

    public boolean passes(RuleView view) {
        return (q.isBlank() || view.mentions(q.strip()))
                && (indicator.isBlank() || level().filter(view::reaches).isPresent())
                && (drug.isBlank() || view.rule().order().drugs().contains(drug));
    }

    private Optional<Indicator> level() {
        return Arrays.stream(Indicator.values())
                .filter(known -> known.name().equals(indicator.toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
