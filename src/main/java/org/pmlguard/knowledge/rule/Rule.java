package org.pmlguard.knowledge.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.drug.DrugSet;

/**
 * One thing PML Guard warns of.
 *
 * @param order the ordered drugs it speaks about
 * @param levels what it says and when, most urgent first; the first that is met speaks
 * @param show criteria whose facts stand on the card whether met or not
 * @param onlyWith it never makes a card of its own: it stands beside one of these; empty for a rule that speaks alone
 * @param floor whether a site may neither weaken nor silence it
 * @param status how far its evidence was read for the pack
 * @param recalled what of it was written from memory
 * @param shadow whether a site only watches it: it is judged and recorded, and no card is raised or worded by it
 */
public record Rule(
        String id,
        String version,
        String title,
        DrugSet order,
        List<Level> levels,
        List<Criterion> show,
        Grade grade,
        boolean floor,
        Absorption absorbs,
        Set<String> onlyWith,
        List<String> evidence,
        String status,
        List<Recalled> recalled,
        boolean shadow) {

    public Rule {
        levels = List.copyOf(levels);
        show = List.copyOf(show);
        onlyWith = Set.copyOf(onlyWith);
        evidence = List.copyOf(evidence);
        recalled = List.copyOf(recalled);
    }

    /**
     * The rule as it is held against a treatment on the chart when nothing is ordered: its standing levels, in their own
     * words. Empty if it speaks about orders only.
     *
     * @param stage whether the drug is taken, or only still acts
     */
    public Optional<Rule> about(Order.Stage stage) {
        List<Level> standing = levels.stream()
                .flatMap(level ->
                        level.standing().filter(mark -> mark.covers(stage)).map(mark -> mark.words(level)).stream())
                .toList();
        return standing.isEmpty() ? Optional.empty() : Optional.of(with(standing));
    }

    private Rule with(List<Level> others) {
        return new Rule(
                id, version, title, order, others, show, grade, floor, absorbs, onlyWith, evidence, status, recalled,
                shadow);
    }

    /**
     * One degree of a rule.
     *
     * @param summary what the card says first, with {@code {fact}} places
     * @param advice what to consider, by id, most useful first
     * @param overrideReasons the coded answers a prescriber may give
     * @param standing whether, and how, it speaks when a chart is opened and nothing is ordered
     */
    public record Level(
            Indicator indicator,
            Criterion when,
            String summary,
            List<String> advice,
            List<String> overrideReasons,
            Optional<Standing> standing) {

        public Level {
            advice = List.copyOf(advice);
            overrideReasons = List.copyOf(overrideReasons);
        }
    }
}
