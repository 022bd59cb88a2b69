package org.pmlguard.risk.memory;

import java.time.LocalDate;
import java.util.Set;

/**
 * A prescriber's coded reason for going on past a card.
 *
 * @param card the uuid of the card
 * @param reason the code of the reason
 * @param words the reason as the card offered it
 * @param on the day it reached us
 * @param rules the rules of the card that offered this reason; it answers no others
 * @param then what the card rested on
 */
public record PastAnswer(String card, String reason, String words, LocalDate on, Set<String> rules, RiskInputs then) {
    public PastAnswer {
        rules = Set.copyOf(rules);
    }
}
