package org.pmlguard.knowledge.condition;

import java.util.List;

/**
 * A condition rules speak of.
 *
 * @param name as it stands in the middle of a sentence
 * @param pastCounts whether a resolved or inactive entry still counts
 */
public record Condition(String id, String name, Weight weight, boolean pastCounts, List<String> evidence) {

    public Condition {
        evidence = List.copyOf(evidence);
    }

    /** Its id names it. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
