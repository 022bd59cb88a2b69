package org.pmlguard.rulebook.words;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.condition.Condition;
import org.pmlguard.knowledge.drug.DrugSet;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.rulebook.words.Clause.Joint;

/**
 * Says a criterion in plain words, from the very object that is judged by: every number, drug, condition and test in a
 * sentence comes out of it. The one place that knows the words of each predicate.
 */
public final class Wording {

    private final Knowledge knowledge;

    public Wording(Knowledge knowledge) {
        this.knowledge = knowledge;
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
        };
    }

    /** The drugs of a rule as it names them: each drug by its name, each group or tier by its own. */
    public String drugs(DrugSet set) {
        return Names.or(set.named().stream().map(this::drug).toList());
    }

    private String drug(String name) {
        boolean isTier = name.matches("T[0-9][AB]?");
        return knowledge
                .drugs()
                .byId(name)
                .map(drug -> drug.name())
                .orElseGet(() -> isTier ? "a drug of tier " + name : "a drug of the group " + Names.spaced(name));
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
        return certainty + "diagnosis of " + conditions(diagnosed.conditions()) + active + begun;
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
