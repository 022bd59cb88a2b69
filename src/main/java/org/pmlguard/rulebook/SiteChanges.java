package org.pmlguard.rulebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Setting;
import org.pmlguard.rulebook.words.Clause;

/**
 * What a site changed, found by holding the pack that runs against the pack as shipped, both in the words of the rule book.
 * So a rule shows what changed in it wherever the change was written: in the rule, in a setting, in a shared criterion.
 */
final class SiteChanges {

    private final Knowledge running;
    private final Knowledge shipped;
    private final List<RuleView> shippedRules;

    SiteChanges(Knowledge running, Knowledge shipped) {
        this.running = running;
        this.shipped = shipped;
        this.shippedRules = running.edition().equals(shipped.edition()) ? List.of() : views(shipped);
    }

    private static List<RuleView> views(Knowledge knowledge) {
        RuleViews views = new RuleViews(knowledge);
        return knowledge.rules().stream().map(views::of).toList();
    }

    /** The settings in the sequence of their file, each with its shipped value. */
    List<SettingView> settings() {
        Map<String, String> values =
                shipped.settings().stream().collect(Collectors.toMap(Setting::name, Setting::value));
        RuleViews views = new RuleViews(running);
        return running.settings().stream()
                .map(setting -> new SettingView(
                        setting,
                        values.getOrDefault(setting.name(), setting.value()),
                        views.citations(setting.evidence())))
                .toList();
    }

    /** The rules that the site switched off, as they were shipped. */
    List<RuleView> off() {
        return shippedRules.stream()
                .filter(view -> running.rule(view.id()).isEmpty())
                .toList();
    }

    /** What is otherwise in a rule; empty if nothing is. */
    List<RuleChange> of(RuleView site) {
        return shippedRule(site.id())
                .map(was -> changes(was, site)
                        .filter(change -> !change.isNone())
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private Optional<RuleView> shippedRule(String id) {
        return shippedRules.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** A site adds no level and no criterion, so what stands at the same place is the same thing. */
    private static Stream<RuleChange> changes(RuleView was, RuleView is) {
        int levels = Math.min(was.levels().size(), is.levels().size());
        Stream<RuleChange> ofLevels = IntStream.range(0, levels)
                .boxed()
                .flatMap(at ->
                        changes(was.levels().get(at), is.levels().get(at), levels > 1 ? ", level " + (at + 1) : ""));
        return Stream.concat(
                Stream.concat(Stream.of(new RuleChange("Speaks", speaks(was), speaks(is))), ofLevels),
                paired("Also shown on the card", leaves(was.shown()), leaves(is.shown())));
    }

    private static String speaks(RuleView view) {
        return view.rule().shadow() ? "no, in shadow: judged and recorded, never on a card" : "on cards";
    }

    private static Stream<RuleChange> changes(LevelView was, LevelView is, String which) {
        Stream<RuleChange> said = Stream.of(
                new RuleChange("Indicator" + which, was.indicator(), is.indicator()),
                new RuleChange("The card begins" + which, was.summary(), is.summary()));
        return Stream.concat(
                said, paired("Condition" + which, leaves(List.of(was.when())), leaves(List.of(is.when()))));
    }

    private static Stream<RuleChange> paired(String what, List<String> was, List<String> is) {
        return IntStream.range(0, Math.min(was.size(), is.size()))
                .mapToObj(at -> new RuleChange(what, was.get(at), is.get(at)));
    }

    /** The words of every criterion that has no parts. */
    private static List<String> leaves(List<Clause> clauses) {
        return clauses.stream().flatMap(SiteChanges::leaves).map(Clause::words).toList();
    }

    private static Stream<Clause> leaves(Clause clause) {
        return clause.parts().isEmpty()
                ? Stream.of(clause)
                : clause.parts().stream().flatMap(SiteChanges::leaves);
    }

    /** The changes of every rule that has any, by its id. */
    Map<String, List<RuleChange>> of(List<RuleView> rules) {
        return rules.stream()
                .map(view -> Map.entry(view.id(), of(view)))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
