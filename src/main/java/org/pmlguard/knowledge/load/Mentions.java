package org.pmlguard.knowledge.load;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.knowledge.rule.Criterion;

/** What a criterion speaks of. */
record Mentions(Criterion criterion) {

    /** The facts that are certain to be at hand once it is met, by the names summaries use. */
    Set<String> facts() {
        return facts(criterion);
    }

    private static Set<String> facts(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all ->
                all.of().stream().flatMap(one -> facts(one).stream()).collect(Collectors.toSet());
            case Criterion.Any any -> common(any.of());
            case Criterion.Named named -> facts(named.of());
            case Criterion.Diagnosed diagnosed -> Set.of("condition");
            case Criterion.Lab lab -> Set.of(lab.test());
            case Criterion.LabSustained sustained -> Set.of(sustained.test());
            case Criterion.LabPositive positive -> Set.of(positive.test());
            case Criterion.LabUnreadable unreadable -> Set.of("unreadable");
            case Criterion.Jcv jcv -> jcv.index().isPresent() ? Set.of("jcv-index") : Set.of();
            case Criterion.JcvOlderThan older -> Set.of("jcv-age");
            case Criterion.ExposureLongerThan exposure -> Set.of("exposure");
            case Criterion.CoMedication with -> Set.of("other");
            case Criterion.PriorTherapy prior -> Set.of("prior");
            case Criterion.TakenWithin taken -> Set.of("recent");
            case Criterion.SteroidDose dose -> Set.of("steroid");
            case Criterion.AgentsAtLeast agents -> Set.of("agents");
            case Criterion.OrderedDose dose -> Set.of();
            case Criterion.ProcedureAbsent absent -> Set.of();
            case Criterion.JcvUnreliable unreliable -> Set.of();
            case Criterion.None none -> Set.of();
            case Criterion.NewStart start -> Set.of();
            case Criterion.LabAbsent absent -> Set.of();
            case Criterion.Ordered ordered -> Set.of();
        };
    }

    private static Set<String> common(List<Criterion> criteria) {
        Set<String> common = new HashSet<>(facts(criteria.getFirst()));
        criteria.forEach(one -> common.retainAll(facts(one)));
        return common;
    }

    List<String> conditions() {
        return leaves(criterion)
                .flatMap(leaf -> leaf instanceof Criterion.Diagnosed diagnosed
                        ? diagnosed.conditions().stream()
                        : Stream.empty())
                .toList();
    }

    List<String> tests() {
        return leaves(criterion).flatMap(Mentions::tests).toList();
    }

    private static Stream<String> tests(Criterion leaf) {
        return switch (leaf) {
            case Criterion.Lab lab -> Stream.of(lab.test());
            case Criterion.LabSustained sustained -> Stream.of(sustained.test());
            case Criterion.LabAbsent absent -> Stream.of(absent.test());
            case Criterion.LabPositive positive -> Stream.of(positive.test());
            case Criterion.LabUnreadable unreadable -> unreadable.tests().stream();
            default -> Stream.empty();
        };
    }

    List<String> procedures() {
        return leaves(criterion)
                .flatMap(leaf ->
                        leaf instanceof Criterion.ProcedureAbsent absent ? Stream.of(absent.kind()) : Stream.empty())
                .toList();
    }

    private static Stream<Criterion> leaves(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> all.of().stream().flatMap(Mentions::leaves);
            case Criterion.Any any -> any.of().stream().flatMap(Mentions::leaves);
            case Criterion.None none -> none.of().stream().flatMap(Mentions::leaves);
            case Criterion.Named named -> leaves(named.of());
            default -> Stream.of(criterion);
        };
    }
}
