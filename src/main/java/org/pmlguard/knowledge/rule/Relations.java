package org.pmlguard.knowledge.rule;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.DrugSet;

/**
 * How drugs relate to conditions and to each other.
 *
 * @param indications which conditions drugs are regularly given for: no surprise, and no additional hazard, there
 * @param prednisoneEquivalents milligrams of prednisone that one milligram of a corticosteroid equals, by drug id
 */
public record Relations(List<Indication> indications, Map<String, BigDecimal> prednisoneEquivalents) {

    public Relations {
        indications = List.copyOf(indications);
        prednisoneEquivalents = Map.copyOf(prednisoneEquivalents);
    }

    /** Drugs regularly given for conditions. */
    public record Indication(DrugSet drugs, Set<String> conditions) {
        public Indication {
            conditions = Set.copyOf(conditions);
        }
    }

    /** Whether a drug is regularly given for a condition. */
    public boolean isReasonFor(String condition, Drug drug) {
        return indications.stream()
                .anyMatch(one ->
                        one.conditions().contains(condition) && one.drugs().contains(drug));
    }

    /** The prednisone equivalent of one milligram; empty for a drug that is no corticosteroid. */
    public Optional<BigDecimal> prednisoneEquivalent(Drug drug) {
        return Optional.ofNullable(prednisoneEquivalents.get(drug.id()));
    }
}
