package org.pmlguard.rulebook.words;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.condition.Condition;
import org.pmlguard.knowledge.drug.DrugSet;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.procedure.ProcedureKind;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.rulebook.words.Clause.Joint;

/**
 * Says a criterion in plain words, from the very object that is judged by: every number, drug, condition and test in a
 * sentence comes out of it. The one place that knows the words of each predicate.
 */
public final class Wording {

    private final Knowledge knowledge;
    private final DrugNames drugNames;

    public Wording(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.drugNames = new DrugNames(knowledge.drugs());
    }

    /** The criterion and all it is made of, in words. */
    public Clause of(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> new Clause(all, Joint.ALL, "all of these", several(all.of()));
            case Criterion.Any any -> new Clause(any, Joint.ANY, "at least one of these", several(any.of()));
            case Criterion.None none -> new Clause(none, Joint.NONE, "none of these", several(none.of()));
            case Criterion.Named named ->
                new Clause(named, Joint.NAMED, Names.spaced(named.name()), List.of(of(named.of())));
            case Criterion.Ordered drugs -> Clause.single(drugs, "the order is for " + drugs(drugs.drugs()));
            case Criterion.NewStart start -> Clause.single(start, start(start));
            case Criterion.Diagnosed diagnosed -> Clause.single(diagnosed, diagnosed(diagnosed));
            case Criterion.Lab lab -> Clause.single(lab, lab(lab));
            case Criterion.LabSustained sustained -> Clause.single(sustained, sustained(sustained));
            case Criterion.LabAbsent absent ->
                Clause.single(absent, "no usable " + test(absent.test()) + Times.inTheLast(absent.within()));
            case Criterion.LabPositive positive ->
                Clause.single(
                        positive,
                        test(positive.test()) + " positive or detected"
                                + Times.inTheLast(Optional.of(positive.within())));
            case Criterion.LabUnreadable unreadable ->
                Clause.single(
                        unreadable, "the newest " + tests(unreadable.tests()) + " result could not be interpreted");
            case Criterion.Jcv jcv -> Clause.single(jcv, jcv(jcv));
            case Criterion.JcvOlderThan older ->
                Clause.single(older, "latest usable JCV antibody result older than " + Times.words(older.age()));
            case Criterion.ExposureLongerThan exposure ->
                Clause.single(exposure, drugs(exposure.to()) + " for longer than " + Times.words(exposure.time()));
            case Criterion.CoMedication with ->
                Clause.single(with, "another drug in use at the same time: " + drugs(with.with()));
            case Criterion.PriorTherapy prior ->
                Clause.single(prior, "another drug used now or at any time before: " + drugs(prior.with()));
            case Criterion.AgentsAtLeast agents ->
                Clause.single(
                        agents,
                        "with this order at least " + agents.count() + " different drugs in use: "
                                + drugs(agents.of()));
            case Criterion.TakenWithin taken -> Clause.single(taken, taken(taken));
            case Criterion.SteroidDose dose ->
                Clause.single(dose, "systemic corticosteroid in use, " + dose(dose.milligrams(), dose.lasting()));
            case Criterion.OrderedDose dose ->
                Clause.single(dose, "the order is for " + dose(dose.milligrams(), dose.lasting()));
            case Criterion.ProcedureAbsent absent ->
                Clause.single(
                        absent,
                        "no " + procedure(absent.kind()) + " on file" + Times.inTheLast(Optional.of(absent.within())));
            case Criterion.JcvUnreliable unreliable -> Clause.single(unreliable, unreliable());
        };
    }

    /** The drugs of a rule as it names them: each drug by its name, tiers and groups by theirs. */
    public String drugs(DrugSet set) {
        return drugNames.of(set);
    }

    private List<Clause> several(List<Criterion> criteria) {
        return criteria.stream().map(this::of).toList();
    }

    private static String start(Criterion.NewStart start) {
        String within = Times.words(start.within());
        return start.expected()
                ? "new start: not in use now, not taken in the last " + within
                : "already on the drug: in use now, or taken in the last " + within;
    }

    private String diagnosed(Criterion.Diagnosed diagnosed) {
        String certainty = diagnosed
                .certainty()
                .map(word -> word.name().toLowerCase(Locale.ROOT) + " ")
                .orElse("");
        String active = diagnosed.activeOnly() ? ", still active" : "";
        String begun = diagnosed
                .within()
                .map(time -> ", begun in the last " + Times.words(time))
                .orElse("");
        String after = diagnosed
                .afterFirst()
                .map(drugs -> ", not before the first use of " + drugs(drugs))
                .orElse("");
        String reason = diagnosed
                .reasonForDrug()
                .map(is ->
                        is ? ", which the drug is regularly given for" : ", not what the drug is regularly given for")
                .orElse("");
        return certainty + "diagnosis of " + conditions(diagnosed.conditions()) + active + begun + after + reason;
    }

    private String taken(Criterion.TakenWithin taken) {
        String who = taken.others() ? "another drug in use or taken" : "a drug in use or taken";
        String when = taken.within()
                .map(time -> Times.inTheLast(Optional.of(time)))
                .orElse(" within its own carry-over time");
        return who + when + ": " + drugs(taken.of());
    }

    private static String dose(BigDecimal milligrams, Period lasting) {
        return "at least " + milligrams.toPlainString() + " mg of prednisone a day, or its equivalent, for at least "
                + Times.words(lasting);
    }

    private String procedure(String id) {
        return knowledge.procedures().byId(id).map(ProcedureKind::name).orElse(id);
    }

    private String unreliable() {
        return "a JCV antibody result drawn within "
                + Times.words(knowledge.defaults().jcvAfterImmuneGlobulin()) + " after immune globulin, or within "
                + Times.words(knowledge.defaults().jcvAfterPlasmaExchange()) + " after plasma exchange";
    }

    private String conditions(Collection<String> ids) {
        return Names.or(knowledge.conditions().all().stream()
                .filter(condition -> ids.contains(condition.id()))
                .map(Condition::name)
                .toList());
    }

    private String lab(Criterion.Lab lab) {
        return "latest " + test(lab.test()) + " " + Bands.words(lab.band(), known(lab.test()))
                + Times.inTheLast(lab.within());
    }

    private String sustained(Criterion.LabSustained sustained) {
        return test(sustained.test()) + " " + Bands.words(sustained.band(), known(sustained.test()))
                + ", lasting at least " + Times.words(sustained.lasting()) + " with no higher result between";
    }

    private Optional<LabTest> known(String id) {
        return knowledge.tests().byId(id);
    }

    private String test(String id) {
        return known(id).map(LabTest::name).orElse(id);
    }

    private String tests(Collection<String> ids) {
        return Names.or(knowledge.tests().all().stream()
                .filter(test -> ids.contains(test.id()))
                .map(LabTest::name)
                .toList());
    }

    private static String jcv(Criterion.Jcv jcv) {
        return switch (jcv.status()) {
            case NONE -> "no usable JCV antibody result on file";
            case NEGATIVE -> "JCV antibody negative";
            case INDETERMINATE -> "JCV antibody index indeterminate, and no inhibition assay settles it";
            case POSITIVE ->
                "JCV antibody positive"
                        + jcv.index()
                                .map(band -> " with index " + Bands.words(band))
                                .orElse(", whatever the index");
            case POSITIVE_WITHOUT_INDEX -> "JCV antibody positive, no index reported";
        };
    }
}
