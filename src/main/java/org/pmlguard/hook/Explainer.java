package org.pmlguard.hook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.hook.Explanation.Answer;
import org.pmlguard.hook.Explanation.Lack;
import org.pmlguard.hook.Explanation.LevelAnswer;
import org.pmlguard.hook.Explanation.Ordered;
import org.pmlguard.hook.Explanation.RuleAnswer;
import org.pmlguard.hook.Explanation.Shown;
import org.pmlguard.hook.Intake.Asked;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.Match;
import org.pmlguard.risk.Reasoning;
import org.pmlguard.risk.Verdict;
import org.pmlguard.rulebook.words.Clause;
import org.pmlguard.rulebook.words.Wording;
import org.pmlguard.tenant.Tenant;
import org.springframework.stereotype.Component;

/** Answers a call with the reasons instead of the cards: the same reading, the same judge, nothing decided anew. */
@Component
class Explainer {

    private final Intake intake;
    private final Assessor assessor;
    private final Knowledge knowledge;
    private final Wording wording;
    private final Clock clock;

    Explainer(Intake intake, Assessor assessor, Knowledge knowledge, Clock clock) {
        this.intake = intake;
        this.assessor = assessor;
        this.knowledge = knowledge;
        this.wording = new Wording(knowledge);
        this.clock = clock;
    }

    Explanation explain(Tenant tenant, Service service, byte[] body, Deadline deadline) {
        Asked asked = intake.read(tenant, service, intake.decode(service, body, Effort.FULL), deadline, Effort.FULL);
        LocalDate today = LocalDate.now(clock);
        Knowledge.Edition edition = knowledge.edition();
        return new Explanation(
                new Explanation.Edition(edition.version(), edition.sha256(), edition.standing()),
                today,
                reasonings(asked, today).stream().map(this::ordered).toList(),
                lacks(asked.recognised().unidentified()));
    }

    /** The chart is opened only for a watched drug, as on the way to a card. */
    private List<Reasoning> reasonings(Asked asked, LocalDate today) {
        return asked.recognised().watched().isEmpty()
                ? List.of()
                : assessor.reason(asked.recognised().watched(), intake.chart(asked), today);
    }

    private Ordered ordered(Reasoning reasoning) {
        Assessment assessment = reasoning.assessment();
        return new Ordered(
                assessment.ordered().order().reference(),
                assessment.ordered().drug().id(),
                assessment.ordered().by().code(),
                outcome(assessment),
                reasoning.said().stream().findFirst().map(finding -> lower(finding.indicator())),
                lacks(gaps(assessment)),
                reasoning.verdicts().stream()
                        .map(verdict -> rule(verdict, reasoning))
                        .toList());
    }

    private static String outcome(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Clear clear -> "clear";
            case Assessment.Concern concern -> "concern";
            case Assessment.Incomplete incomplete -> "incomplete";
        };
    }

    private static List<Gap> gaps(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Clear clear -> List.of();
            case Assessment.Concern concern -> concern.gaps();
            case Assessment.Incomplete incomplete -> incomplete.gaps();
        };
    }

    private RuleAnswer rule(Verdict verdict, Reasoning reasoning) {
        Rule rule = verdict.rule();
        return new RuleAnswer(
                rule.id(),
                rule.version(),
                rule.title(),
                answer(verdict),
                verdict.finding().map(finding -> lower(finding.indicator())),
                reasoning.said().stream().anyMatch(finding -> isOf(finding, rule)),
                rule.shadow(),
                absorbedBy(rule, reasoning),
                rule.levels().stream()
                        .map(level -> level(level, reasoning.answers()))
                        .toList());
    }

    private static String answer(Verdict verdict) {
        if (verdict.finding().isPresent()) {
            return "met";
        }
        return verdict.gaps().isEmpty() ? "notMet" : "unknown";
    }

    private static List<String> absorbedBy(Rule rule, Reasoning reasoning) {
        return reasoning.said().stream()
                .filter(finding ->
                        !isOf(finding, rule) && finding.rule().absorbs().takes(rule.id()))
                .map(finding -> finding.rule().id())
                .toList();
    }

    private static boolean isOf(Finding finding, Rule rule) {
        return finding.rule().id().equals(rule.id());
    }

    private LevelAnswer level(Rule.Level level, Function<Criterion, Match> answers) {
        Clause when = wording.of(level.when());
        return new LevelAnswer(lower(level.indicator()), when.sentence(), answered(when, answers));
    }

    private static Answer answered(Clause clause, Function<Criterion, Match> answers) {
        List<Answer> parts =
                clause.parts().stream().map(part -> answered(part, answers)).toList();
        return switch (answers.apply(clause.of())) {
            case Match.Met met -> new Answer(clause.words(), "met", shown(met.evidence()), List.of(), parts);
            case Match.NotMet not -> new Answer(clause.words(), "notMet", shown(not.evidence()), List.of(), parts);
            case Match.Unknown unknown ->
                new Answer(clause.words(), "unknown", List.of(), lacks(unknown.gaps()), parts);
        };
    }

    private static List<Shown> shown(List<Fact> facts) {
        return facts.stream()
                .distinct()
                .map(fact ->
                        new Shown(fact.label(), fact.value(), fact.unit(), fact.date(), fact.since(), fact.reference()))
                .toList();
    }

    private static List<Lack> lacks(List<Gap> gaps) {
        return gaps.stream().map(gap -> new Lack(gap.code(), gap.text())).toList();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
