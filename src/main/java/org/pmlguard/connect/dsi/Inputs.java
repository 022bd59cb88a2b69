package org.pmlguard.connect.dsi;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Rule;

/**
 * What the predicates of a rule look at. Every kind of predicate is named here, so that a new one cannot be added without
 * saying what it uses.
 */
public final class Inputs {

    /** Conditions that are a health status assessment in USCDI (pregnancy status), though they stand among the diagnoses. */
    private static final Set<String> HEALTH_STATUS = Set.of("pregnancy");

    private Inputs() {}

    /** What a rule looks at: in its levels, in the facts it shows, and the order itself. */
    public static Set<Input> of(Rule rule) {
        Set<Input> inputs = EnumSet.of(Input.ORDER);
        rule.levels().forEach(level -> inputs.addAll(of(level.when())));
        inputs.addAll(all(rule.show()));
        return inputs;
    }

    static Set<Input> of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> all(all.of());
            case Criterion.Any any -> all(any.of());
            case Criterion.None none -> all(none.of());
            case Criterion.Named named -> of(named.of());
            case Criterion.Ordered ordered -> Set.of(Input.ORDER);
            case Criterion.OrderedDose dose -> Set.of(Input.ORDER);
            case Criterion.NewStart start -> Set.of(Input.ORDER, Input.MEDICATIONS);
            case Criterion.Diagnosed diagnosed -> diagnosed(diagnosed);
            case Criterion.Lab lab -> Set.of(Input.LABORATORY_RESULTS);
            case Criterion.LabSustained lab -> Set.of(Input.LABORATORY_RESULTS);
            case Criterion.LabAbsent lab -> Set.of(Input.LABORATORY_RESULTS);
            case Criterion.LabPositive lab -> Set.of(Input.LABORATORY_RESULTS);
            case Criterion.LabUnreadable lab -> Set.of(Input.LABORATORY_RESULTS);
            case Criterion.Jcv jcv -> Set.of(Input.LABORATORY_RESULTS);
            case Criterion.JcvOlderThan jcv -> Set.of(Input.LABORATORY_RESULTS);
            case Criterion.JcvUnreliable jcv -> Set.of(Input.LABORATORY_RESULTS, Input.MEDICATIONS, Input.PROCEDURES);
            case Criterion.ExposureLongerThan exposure -> Set.of(Input.MEDICATIONS);
            case Criterion.CoMedication medication -> Set.of(Input.MEDICATIONS);
            case Criterion.AgentsAtLeast agents -> Set.of(Input.ORDER, Input.MEDICATIONS);
            case Criterion.PriorTherapy therapy -> Set.of(Input.MEDICATIONS);
            case Criterion.TakenWithin taken -> Set.of(Input.MEDICATIONS);
            case Criterion.SteroidDose dose -> Set.of(Input.MEDICATIONS);
            case Criterion.ProcedureAbsent procedure -> Set.of(Input.PROCEDURES);
        };
    }

    private static Set<Input> diagnosed(Criterion.Diagnosed diagnosed) {
        Set<Input> inputs = EnumSet.of(Input.DIAGNOSES);
        if (diagnosed.afterFirst().isPresent()) {
            inputs.add(Input.MEDICATIONS);
        }
        if (diagnosed.conditions().stream().anyMatch(HEALTH_STATUS::contains)) {
            inputs.add(Input.HEALTH_STATUS_ASSESSMENTS);
        }
        return inputs;
    }

    private static Set<Input> all(List<Criterion> criteria) {
        return criteria.stream()
                .map(Inputs::of)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Input.class)));
    }

    /** The nine characteristics. */
    static Stream<Input> characteristics() {
        return Stream.of(Input.values()).filter(Input::isCharacteristic);
    }
}
