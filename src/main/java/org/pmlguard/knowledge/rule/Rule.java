package org.pmlguard.knowledge.rule;

import java.util.List;
import java.util.Set;
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
        List<Recalled> recalled) {

    public Rule {
        levels = List.copyOf(levels);
        show = List.copyOf(show);
        onlyWith = Set.copyOf(onlyWith);
        evidence = List.copyOf(evidence);
        recalled = List.copyOf(recalled);
    }

    /**
     * One degree of a rule.
     *
     * @param summary what the card says first, with {@code {fact}} places
     * @param advice what to consider, by id, most useful first
     * @param overrideReasons the coded answers a prescriber may give
     */
    public record Level(
            Indicator indicator, Criterion when, String summary, List<String> advice, List<String> overrideReasons) {

        public Level {
            advice = List.copyOf(advice);
            overrideReasons = List.copyOf(overrideReasons);
        }
    }
}
