package org.pmlguard.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.rule.Absorption;
import org.pmlguard.knowledge.rule.Advice;
import org.pmlguard.knowledge.rule.OverrideReason;
import org.pmlguard.knowledge.rule.RiskTable;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.knowledge.rule.Standing;
import org.pmlguard.rulebook.LevelView.AdviceView;
import org.pmlguard.rulebook.words.Names;
import org.pmlguard.rulebook.words.Wording;

/** From rules to what the rule book shows of them. */
final class RuleViews {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9-]+)}");

    private final Knowledge knowledge;
    private final Wording wording;

    RuleViews(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.wording = new Wording(knowledge);
    }

    RuleView of(Rule rule) {
        return new RuleView(
                rule,
                wording.drugs(rule.order()),
                drugs(rule),
                rule.levels().stream().map(this::level).toList(),
                rule.show().stream().map(wording::of).toList(),
                rule.absorbs() instanceof Absorption.AllBut,
                absorbs(rule.absorbs()),
                rule.onlyWith().stream().sorted().toList(),
                citations(rule.evidence()),
                Names.spaced(rule.status()));
    }

    FiguresView of(RiskTable table) {
        return new FiguresView(
                table,
                knowledge.figures().shown().filter(table::equals).isPresent(),
                Names.spaced(table.status()),
                wording.of(table.unless()).sentence(),
                table.beside().stream().sorted().toList());
    }

    /** Sources by their ids; one that does not exist was refused when the pack was loaded. */
    List<CitationView> citations(List<String> ids) {
        return found(ids, knowledge.evidence()).map(CitationView::of).toList();
    }

    private List<String> drugs(Rule rule) {
        return knowledge.drugs().all().stream()
                .filter(rule.order()::contains)
                .map(Drug::name)
                .sorted()
                .toList();
    }

    private LevelView level(Rule.Level level) {
        return new LevelView(
                level.indicator(),
                wording.of(level.when()),
                places(level.summary()),
                advice(level.advice()),
                found(level.overrideReasons(), knowledge.overrideReasons())
                        .map(OverrideReason::display)
                        .toList(),
                level.standing().map(RuleViews::standing).orElse(""),
                level.standing()
                        .flatMap(Standing::summary)
                        .map(RuleViews::places)
                        .orElse(""),
                advice(level.standing().flatMap(Standing::advice).orElse(List.of())));
    }

    private static String standing(Standing standing) {
        return standing.afterLastDose()
                ? "when a chart is opened, while the drug is taken or still acts"
                : "when a chart is opened, while the drug is taken";
    }

    private List<AdviceView> advice(List<String> ids) {
        return found(ids, knowledge.advice()).map(RuleViews::advice).toList();
    }

    private static AdviceView advice(Advice advice) {
        return new AdviceView(
                places(advice.consider()),
                advice.proposal().map(proposal -> places(proposal.label())).orElse(""));
    }

    private static List<String> absorbs(Absorption absorption) {
        return switch (absorption) {
            case Absorption.Only only -> only.rules().stream().sorted().toList();
            case Absorption.AllBut allBut -> allBut.rules().stream().sorted().toList();
        };
    }

    private static <T> java.util.stream.Stream<T> found(List<String> ids, Map<String, T> all) {
        return ids.stream().flatMap(id -> Optional.ofNullable(all.get(id)).stream());
    }

    /** What a card fills in stands in angle quotes: {@code ‹JCV index›}. */
    private static String places(String template) {
        return PLACE.matcher(template).replaceAll(place -> "‹" + Names.spaced(place.group(1)) + "›");
    }
}
