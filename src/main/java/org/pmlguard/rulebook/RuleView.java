package org.pmlguard.rulebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.knowledge.rule.Indicator;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.rulebook.words.Clause;

/**
 * A rule as the rule book shows it.
 *
 * @param order the ordered drugs as the rule names them
 * @param drugs the same, each by its name
 * @param shown criteria whose facts stand on the card whether met or not
 * @param absorbs the findings it makes superfluous, or spares if {@code absorbsAllBut}
 * @param onlyWith the rules beside which alone it stands; empty for one that makes a card of its own
 * @param standing where the clinical statement comes from, in words
 */
record RuleView(
        Rule rule,
        String order,
        List<String> drugs,
        List<LevelView> levels,
        List<Clause> shown,
        boolean absorbsAllBut,
        List<String> absorbs,
        List<String> onlyWith,
        List<CitationView> evidence,
        String standing) {

    RuleView {
        drugs = List.copyOf(drugs);
        levels = List.copyOf(levels);
        shown = List.copyOf(shown);
        absorbs = List.copyOf(absorbs);
        onlyWith = List.copyOf(onlyWith);
        evidence = List.copyOf(evidence);
    }

    public String id() {
        return rule.id();
    }

    public String title() {
        return rule.title();
    }

    public boolean reaches(Indicator indicator) {
        return levels.stream().anyMatch(level -> level.level() == indicator);
    }

    /** Everything of it that a reader may look for, in lower case. */
    public boolean mentions(String words) {
        Stream<String> levelWords =
                levels.stream().flatMap(level -> Stream.of(level.when().sentence(), level.summary()));
        return Stream.of(Stream.of(id(), title(), order), drugs.stream(), levelWords)
                .flatMap(text -> text)
                .collect(Collectors.joining("\n"))
                .toLowerCase(java.util.Locale.ROOT)
                .contains(words.toLowerCase(java.util.Locale.ROOT));
    }
}
