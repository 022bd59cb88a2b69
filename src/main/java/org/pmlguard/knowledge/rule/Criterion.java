package org.pmlguard.knowledge.rule;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.clinical.Diagnosis.Certainty;
import org.pmlguard.knowledge.drug.DrugSet;

/**
 * The closed vocabulary in which rules are written: clinical predicates about one order, one chart and one day. There is
 * no arithmetic and nothing to evaluate but these. Each answers Met, NotMet, or Unknown when the part of the chart it
 * needs was not read; it is never answered by guessing.
 */
public sealed interface Criterion {

    /** Every one of these. Unknown if none fails and any is unknown. */
    record All(List<Criterion> of) implements Criterion {
        public All {
            of = List.copyOf(of);
        }
    }

    /** At least one of these. Unknown if none is met and any is unknown. */
    record Any(List<Criterion> of) implements Criterion {
        public Any {
            of = List.copyOf(of);
        }
    }

    /** Not one of these. */
    record None(List<Criterion> of) implements Criterion {
        public None {
            of = List.copyOf(of);
        }
    }

    /** A criterion that several rules share under a name. */
    record Named(String name, Criterion of) implements Criterion {}

    /** The order is for one of these drugs. */
    record Ordered(DrugSet drugs) implements Criterion {}

    /** The ordered ingredient is neither active now nor was taken in the last {@code within}. */
    record NewStart(boolean expected, Period within) implements Criterion {}

    /**
     * A diagnosis of one of the conditions.
     *
     * @param certainty asked for; absent takes any
     * @param activeOnly whether a resolved or inactive one does not count, even for conditions whose past counts
     * @param within how long ago it may have begun; one without a date is then not met
     */
    record Diagnosed(Set<String> conditions, Optional<Certainty> certainty, boolean activeOnly, Optional<Period> within)
            implements Criterion {
        public Diagnosed {
            conditions = Set.copyOf(conditions);
        }
    }

    /** The latest usable result of the test lies in the band, and is not older than {@code within}. */
    record Lab(String test, Range band, Optional<Period> within) implements Criterion {}

    /**
     * The latest usable result lies in the band, and so did one at least {@code lasting} before it, with no usable
     * result above the band between them.
     */
    record LabSustained(String test, Range band, Period lasting) implements Criterion {}

    /** No usable result of the test, ever or within a time. A result that cannot be interpreted is not usable. */
    record LabAbsent(String test, Optional<Period> within) implements Criterion {}

    /** A result of the test was positive or detected within a time. */
    record LabPositive(String test, Period within) implements Criterion {}

    /** The newest result of one of the tests could not be interpreted: unit, value or date contradicts itself. */
    record LabUnreadable(Set<String> tests) implements Criterion {
        public LabUnreadable {
            tests = Set.copyOf(tests);
        }
    }

    /**
     * The JC virus antibody status, taken together from index, qualitative result and inhibition assay.
     *
     * @param index the band of a positive's index; absent takes any, also an unreported one
     */
    record Jcv(JcvStatus status, Optional<Range> index) implements Criterion {}

    /** The latest usable JCV antibody result is older than this. */
    record JcvOlderThan(Period age) implements Criterion {}

    /** Treatment with the drugs, gaps over half a year left out, has lasted longer than this. */
    record ExposureLongerThan(DrugSet to, Period time) implements Criterion {}

    /** Another drug of the set is in use today. */
    record CoMedication(DrugSet with) implements Criterion {}

    /** A drug of the set, other than the ordered one, was ever used, or is. */
    record PriorTherapy(DrugSet with) implements Criterion {}
}
