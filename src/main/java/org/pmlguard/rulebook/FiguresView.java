package org.pmlguard.rulebook;

import java.util.List;
import org.pmlguard.knowledge.rule.RiskTable;

/**
 * A table of risk as the rule book shows it.
 *
 * @param isShown whether cards show its numbers
 * @param standing how far its source was read, in words
 * @param unless whom it says nothing about, in words
 * @param beside the rules beside which a number may stand, in the order of their ids
 */
record FiguresView(RiskTable table, boolean isShown, String standing, String unless, List<String> beside) {

    FiguresView {
        beside = List.copyOf(beside);
    }
}
