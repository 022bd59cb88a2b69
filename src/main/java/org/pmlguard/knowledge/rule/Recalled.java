package org.pmlguard.knowledge.rule;

import java.util.List;
import org.pmlguard.knowledge.drug.DrugSet;

/**
 * A statement behind a rule that was written from memory: its source was not seen in a copy.
 *
 * @param drugs the ordered drugs it is about
 * @param supportedBy sources seen that say the same; empty if there are none, and then a card says so
 */
public record Recalled(DrugSet drugs, String statement, List<String> supportedBy) {

    public Recalled {
        supportedBy = List.copyOf(supportedBy);
    }
}
