package org.pmlguard.knowledge.rule;

import java.util.Set;

/** Which other findings a finding makes superfluous. */
public sealed interface Absorption {

    /** These and no others; none at all if empty. */
    record Only(Set<String> rules) implements Absorption {
        public Only {
            rules = Set.copyOf(rules);
        }
    }

    /** Every other one but these. */
    record AllBut(Set<String> rules) implements Absorption {
        public AllBut {
            rules = Set.copyOf(rules);
        }
    }

    /** Whether a finding of the rule becomes superfluous. */
    default boolean takes(String rule) {
        return switch (this) {
            case Only only -> only.rules().contains(rule);
            case AllBut allBut -> !allBut.rules().contains(rule);
        };
    }
}
