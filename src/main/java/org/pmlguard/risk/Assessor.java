package org.pmlguard.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.rule.RiskTable;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.risk.judge.Judge;
import org.pmlguard.risk.judge.Situation;

/** Holds every rule about a drug against a chart. Pure: the same order, chart, knowledge and day give the same answer. */
public final class Assessor {

    private final Knowledge knowledge;
    private final StandingCheck standing;
    /** The rules about each drug, by its id, at each stage: looked through once and not with each order. */
    private final Map<Order.Stage, Map<String, List<Rule>>> rules = new EnumMap<>(Order.Stage.class);

    public Assessor(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.standing = new StandingCheck(knowledge);
        for (Order.Stage stage : Order.Stage.values()) {
            rules.put(stage, byDrug(stage));
        }
    }

    private Map<String, List<Rule>> byDrug(Order.Stage stage) {
        return knowledge.drugs().all().stream()
                .collect(Collectors.toUnmodifiableMap(Drug::id, drug -> knowledge.about(drug, stage)));
    }

    /**
     * What a chart is looked through for when nothing is ordered: the current treatments that some rule finds worth speaking
     * of then, in the shape of orders.
     *
     * @param today the day the chart is opened
     */
    public List<OrderedDrug> currentTherapy(Known<List<MedicationUse>> medications, LocalDate today) {
        return standing.subjects(medications, today);
    }

    /**
     * Assesses the watched drugs of one call against the chart of its patient.
     *
     * @param today the day the order is placed
     */
    public List<Assessment> assess(List<OrderedDrug> ordered, Chart chart, LocalDate today) {
        return reason(ordered, chart, today).stream().map(Reasoning::assessment).toList();
    }

    /** The same, with all it was made of: also what did not hold, and what was left out. */
    public List<Reasoning> reason(List<OrderedDrug> ordered, Chart chart, LocalDate today) {
        Situation situation = Situation.of(chart, knowledge, today);
        return standing.eachFindingOnce(
                ordered.stream().map(drug -> reason(drug, situation)).toList());
    }

    private Reasoning reason(OrderedDrug ordered, Situation situation) {
        Judge judge = new Judge(ordered, situation);
        List<Verdict> verdicts = new ArrayList<>();
        for (Rule rule : rulesFor(ordered)) {
            verdicts.add(Verdict.of(rule, judge));
        }
        return new Reasoning(conclude(ordered, verdicts, judge), verdicts, judge::answer);
    }

    private List<Rule> rulesFor(OrderedDrug ordered) {
        return rules.getOrDefault(ordered.order().stage(), Map.of())
                .getOrDefault(ordered.drug().id(), List.of());
    }

    private Assessment conclude(OrderedDrug ordered, List<Verdict> verdicts, Judge judge) {
        List<Verdict> live = live(verdicts);
        List<Finding> findings = withoutSuperfluous(live);
        Optional<Stratum> stratum =
                knowledge.figures().shown().flatMap(table -> stratum(table, findings, ordered, judge));
        return Assessment.of(ordered, findings, stratum, gaps(live, findings), shadow(verdicts, live));
    }

    /** Those of rules that a site does not only watch: nothing else is ever said, or keeps anything from being said. */
    private static List<Verdict> live(List<Verdict> verdicts) {
        for (Verdict verdict : verdicts) {
            if (verdict.rule().shadow()) {
                return verdicts.stream().filter(one -> !one.rule().shadow()).toList();
            }
        }
        return verdicts;
    }

    /** What the watched rules would say if they were live. */
    private static List<Finding> shadow(List<Verdict> all, List<Verdict> live) {
        return live.size() == all.size()
                ? List.of()
                : withoutSuperfluous(all).stream()
                        .filter(finding -> finding.rule().shadow())
                        .toList();
    }

    /** A group is told only when everything that makes it is known. */
    private static Optional<Stratum> stratum(
            RiskTable table, List<Finding> findings, OrderedDrug ordered, Judge judge) {
        boolean isAsked = table.drugs().contains(ordered.drug())
                && findings.stream()
                        .anyMatch(finding ->
                                table.beside().contains(finding.rule().id()))
                && judge.answer(table.unless()) instanceof Match.NotMet;
        return isAsked
                ? table.cells().stream()
                        .filter(cell -> judge.answer(cell.when()) instanceof Match.Met)
                        .map(cell -> new Stratum(table, cell))
                        .findFirst()
                : Optional.empty();
    }

    /** Most urgent first. One that another of them absorbs is left out; of two that absorb each other the first stands. */
    private static List<Finding> withoutSuperfluous(List<Verdict> verdicts) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : mostUrgentFirst(verdicts)) {
            if (!absorbed(finding.rule().id(), kept)) {
                kept.removeIf(other -> absorbs(finding, other));
                kept.add(finding);
            }
        }
        return kept.stream().filter(finding -> mayStand(finding.rule(), kept)).toList();
    }

    private static List<Finding> mostUrgentFirst(List<Verdict> verdicts) {
        List<Finding> findings = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            verdict.finding().ifPresent(findings::add);
        }
        findings.sort(Comparator.comparing(Finding::indicator).reversed());
        return findings;
    }

    /** A finding never takes the place of a more urgent one. */
    private static boolean absorbs(Finding finding, Finding other) {
        return finding.indicator() == other.indicator()
                && finding.rule().absorbs().takes(other.rule().id());
    }

    /** A rule that only adds to others stands beside them or not at all. */
    private static boolean mayStand(Rule rule, List<Finding> kept) {
        return rule.onlyWith().isEmpty()
                || kept.stream()
                        .anyMatch(finding ->
                                rule.onlyWith().contains(finding.rule().id()));
    }

    private static List<Gap> gaps(List<Verdict> verdicts, List<Finding> findings) {
        SequencedSet<Gap> gaps = new LinkedHashSet<>();
        for (Verdict verdict : verdicts) {
            if (!verdict.gaps().isEmpty()
                    && !absorbed(verdict.rule().id(), findings)
                    && mayStand(verdict.rule(), findings)) {
                gaps.addAll(verdict.gaps());
            }
        }
        return List.copyOf(gaps);
    }

    private static boolean absorbed(String rule, List<Finding> kept) {
        for (Finding finding : kept) {
            if (!finding.rule().id().equals(rule) && finding.rule().absorbs().takes(rule)) {
                return true;
            }
        }
        return false;
    }
}
