package org.pmlguard.knowledge.rule;

import java.util.List;
import java.util.Optional;

/**
 * The tables of risk, and the one that cards show numbers from.
 *
 * @param chosen the id of that table, or {@code none}
 * @param recalledToo whether a recalled table may be shown
 */
public record Figures(List<RiskTable> tables, String chosen, boolean recalledToo) {

    public Figures {
        tables = List.copyOf(tables);
    }

    /** The table that cards show numbers from; empty if the site wants none, or has not confirmed a recalled one. */
    public Optional<RiskTable> shown() {
        return tables.stream()
                .filter(table -> table.id().equals(chosen))
                .filter(table -> recalledToo || !table.isRecalled())
                .findFirst();
    }
}
