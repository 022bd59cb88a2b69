package org.pmlguard.risk;

import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.rule.Indicator;

/** What is to be said about one ordered drug. */
public sealed interface Assessment {

    OrderedDrug ordered();

    /**
     * What findings and gaps amount to.
     *
     * @param findings most urgent first
     */
    static Assessment of(OrderedDrug ordered, List<Finding> findings, Optional<Stratum> stratum, List<Gap> gaps) {
        if (!findings.isEmpty()) {
            return new Concern(ordered, findings.getFirst().indicator(), findings, stratum, gaps);
        }
        return gaps.isEmpty() ? new Clear(ordered) : new Incomplete(ordered, gaps);
    }

    /** Everything that mattered was read, and no rule speaks. It has no gaps: reassurance with gaps is not reassurance. */
    record Clear(OrderedDrug ordered) implements Assessment {}

    /**
     * At least one rule speaks.
     *
     * @param findings most urgent first, superfluous ones left out
     * @param stratum the group of the shown table of risk the patient belongs to, where it is known
     * @param gaps what else could not be checked
     */
    record Concern(
            OrderedDrug ordered, Indicator level, List<Finding> findings, Optional<Stratum> stratum, List<Gap> gaps)
            implements Assessment {
        public Concern {
            findings = List.copyOf(findings);
            gaps = List.copyOf(gaps);
        }
    }

    /** No rule speaks, but not everything could be checked. */
    record Incomplete(OrderedDrug ordered, List<Gap> gaps) implements Assessment {
        public Incomplete {
            gaps = List.copyOf(gaps);
            if (gaps.isEmpty()) {
                throw new IllegalArgumentException("an incomplete assessment says what is missing");
            }
        }
    }
}
