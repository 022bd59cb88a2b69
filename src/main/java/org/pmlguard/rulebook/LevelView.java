package org.pmlguard.rulebook;

import java.util.List;
import java.util.Locale;
import org.pmlguard.knowledge.rule.Indicator;
import org.pmlguard.rulebook.words.Clause;

/**
 * One degree of a rule as the rule book shows it.
 *
 * @param when the condition in words
 * @param summary the card's first line, its places in angle quotes
 * @param advice what the card offers to consider
 * @param reasons the coded answers a prescriber may give
 * @param standing when it speaks without an order, in words; empty if it never does
 * @param standingSummary the card's first line then; empty if it is the same
 * @param standingAdvice what the card offers to consider then; empty if it is the same
 */
record LevelView(
        Indicator level,
        Clause when,
        String summary,
        List<AdviceView> advice,
        List<String> reasons,
        String standing,
        String standingSummary,
        List<AdviceView> standingAdvice) {

    LevelView {
        advice = List.copyOf(advice);
        reasons = List.copyOf(reasons);
        standingAdvice = List.copyOf(standingAdvice);
    }

    /** What a card offers to consider, and what one click would do; empty where none does anything. */
    record AdviceView(String consider, String click) {}

    /** The indicator as CDS Hooks spells it. */
    public String indicator() {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
