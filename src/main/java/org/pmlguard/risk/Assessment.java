package org.pmlguard.risk;

import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.rule.Indicator;

/** What is to be said about one ordered drug. */
public sealed interface Assessment {

    OrderedDrug ordered();

    /** What rules in shadow would have added: to be recorded, never to be said. */
    List<Finding> shadow();

    /**
     * What findings and gaps amount to.
     *
     * @param findings most urgent first
     * @param shadow what rules in shadow would have added
     */
    static Assessment of(
            OrderedDrug ordered,
            List<Finding> findings,
            Optional<Stratum> stratum,
            List<Gap> gaps,
            List<Finding> shadow) {
        if (!findings.isEmpty()) {
            return new Concern(ordered, findings.getFirst().indicator(), findings, stratum, gaps, shadow);
        }
        return gaps.isEmpty() ? new Clear(ordered, shadow) : new Incomplete(ordered, gaps, shadow);
    }

    /** Everything that mattered was read, and no rule speaks. It has no gaps: reassurance with gaps is not reassurance. */
    record Clear(OrderedDrug ordered, List<Finding> shadow) implements Assessment {
        public Clear {
            shadow = List.copyOf(shadow);
        }
    }

    /**
     * At least one rule speaks.
     *
     * @param findings most urgent first, superfluous ones left out
     * @param stratum the group of the shown table of risk the patient belongs to, where it is known
     * @param gaps what else could not be checked
     */
    record Concern(
            OrderedDrug ordered,
            Indicator level,
            List<Finding> findings,
            Optional<Stratum> stratum,
            List<Gap> gaps,
            List<Finding> shadow)
            implements Assessment {
        public Concern {
            findings = List.copyOf(findings);
            gaps = List.copyOf(gaps);
            shadow = List.copyOf(shadow);
        }
    }

    /** No rule speaks, but not everything could be checked. */
    record Incomplete(OrderedDrug ordered, List<Gap> gaps, List<Finding> shadow) implements Assessment {
        public Incomplete {
            gaps = List.copyOf(gaps);
            shadow = List.copyOf(shadow);
            if (gaps.isEmpty()) {
                throw new IllegalArgumentException("an incomplete assessment says what is missing");
            }
        }
    }
}
