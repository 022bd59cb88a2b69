package org.pmlguard.knowledge.rule;

import java.math.BigDecimal;
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
     * @param afterFirst drugs whose first use it must not precede; one without a date is then not met
     * @param reasonForDrug whether it must be, or must not be, a condition the ordered drug is regularly given for
     */
    record Diagnosed(
            Set<String> conditions,
            Optional<Certainty> certainty,
            boolean activeOnly,
            Optional<Period> within,
            Optional<DrugSet> afterFirst,
            Optional<Boolean> reasonForDrug)
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
    record LabUnreadable(List<String> tests) implements Criterion {
        public LabUnreadable {
            tests = tests.stream().distinct().sorted().toList();
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

    /** With the ordered drug, so many different drugs of the set are in use. */
    record AgentsAtLeast(DrugSet of, int count) implements Criterion {}

    /** A drug of the set, other than the ordered one, was ever used, or is. */
    record PriorTherapy(DrugSet with) implements Criterion {}

    /**
     * A drug of the set is in use, or was within a time before today.
     *
     * @param within the time; absent takes each drug's own carry-over
     * @param others whether the ordered drug itself does not count
     */
    record TakenWithin(DrugSet of, Optional<Period> within, boolean others) implements Criterion {}

    /**
     * A systemic corticosteroid in use, at least this dose a day for at least this long. A steroid of unknown dose that has
     * been taken as long leaves it unknown.
     *
     * @param milligrams of prednisone a day, or its equivalent
     */
    record SteroidDose(BigDecimal milligrams, Period lasting) implements Criterion {}

    /**
     * The order itself is for at least this dose a day and at least this long. Not met where the order does not say so: a
     * short course is the rule.
     *
     * @param milligrams of prednisone a day, or its equivalent
     */
    record OrderedDose(BigDecimal milligrams, Period lasting) implements Criterion {}

    /** No procedure of the kind on file within a time. */
    record ProcedureAbsent(String kind, Period within) implements Criterion {}

    /** A JCV antibody result was drawn so soon after immune globulin or plasma exchange that it is not relied on. */
    record JcvUnreliable() implements Criterion {}
}
