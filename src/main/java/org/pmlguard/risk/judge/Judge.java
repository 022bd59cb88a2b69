package org.pmlguard.risk.judge;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.risk.Match;
import org.pmlguard.risk.OrderedDrug;

/** Answers criteria about one ordered drug in one situation. */
public final class Judge {

    private final OrderedDrug ordered;
    private final Situation situation;
    private final IdentityHashMap<Criterion, Match> answers = new IdentityHashMap<>();

    public Judge(OrderedDrug ordered, Situation situation) {
        this.ordered = ordered;
        this.situation = situation;
    }

    /** Whether it holds, does not, or cannot be told. Many rules ask the same, so each answer is remembered. */
    public Match answer(Criterion criterion) {
        Match known = answers.get(criterion);
        if (known != null) {
            return known;
        }
        Match found = judge(criterion);
        answers.put(criterion, found);
        return found;
    }

    private Match judge(Criterion criterion) {
        return switch (criterion) {
            case Criterion.All all -> all(all.of());
            case Criterion.Any any -> Match.any(answers(any.of()));
            case Criterion.None none -> Match.any(answers(none.of())).opposite();
            case Criterion.Named named -> answer(named.of());
            case Criterion.Ordered drugs ->
                drugs.drugs().contains(ordered.drug()) ? new Match.Met(List.of()) : new Match.NotMet(List.of());
            case Criterion.NewStart start -> situation.therapies().newStart(start, ordered.drug());
            case Criterion.Diagnosed diagnosed -> situation.diagnosed(diagnosed, ordered.drug());
            case Criterion.Lab lab -> situation.labs().inBand(lab);
            case Criterion.LabSustained sustained -> situation.labs().sustained(sustained);
            case Criterion.LabAbsent absent -> situation.labs().absent(absent);
            case Criterion.LabPositive positive -> situation.labs().positive(positive);
            case Criterion.LabUnreadable unreadable -> situation.labs().unreadable(unreadable);
            case Criterion.Jcv jcv -> situation.jcv().is(jcv);
            case Criterion.JcvOlderThan older -> situation.jcv().olderThan(older);
            case Criterion.ExposureLongerThan exposure -> situation.therapies().exposedLongerThan(exposure);
            case Criterion.CoMedication with -> situation.therapies().alongside(with, ordered.drug());
            case Criterion.AgentsAtLeast agents -> situation.therapies().agents(agents, ordered.drug());
            case Criterion.TakenWithin taken -> situation.therapies().takenWithin(taken, ordered.drug());
            case Criterion.SteroidDose dose -> situation.steroids().onDose(dose);
            case Criterion.OrderedDose dose -> situation.steroids().ordered(dose, ordered);
            case Criterion.ProcedureAbsent absent -> situation.procedures().absent(absent);
            case Criterion.JcvUnreliable unreliable -> situation.jcv().unreliable();
            case Criterion.PriorTherapy prior -> situation.therapies().before(prior, ordered.drug());
        };
    }

    /** As {@link Match#all}; the first that does not hold decides, and what comes behind it is not asked. */
    private Match all(List<Criterion> criteria) {
        List<Match> answers = new ArrayList<>(criteria.size());
        for (Criterion criterion : criteria) {
            Match next = answer(criterion);
            if (next instanceof Match.NotMet) {
                return next;
            }
            answers.add(next);
        }
        return Match.all(answers);
    }

    private List<Match> answers(List<Criterion> criteria) {
        List<Match> answers = new ArrayList<>(criteria.size());
        for (Criterion criterion : criteria) {
            answers.add(answer(criterion));
        }
        return answers;
    }
}
