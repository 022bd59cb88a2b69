package org.pmlguard.rulebook;

import java.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.condition.Condition;
import org.pmlguard.knowledge.condition.Weight;
import org.pmlguard.knowledge.drug.Tier;
import org.pmlguard.knowledge.rule.Defaults;
import org.pmlguard.rulebook.words.Clause;
import org.pmlguard.rulebook.words.Times;

/** Everything the rule book shows, made once from the knowledge that the server judges by. */
final class RuleBook {

    private final Knowledge knowledge;
    private final List<RuleView> rules;
    private final List<FiguresView> figures;
    private final List<DrugView> drugs;
    private final List<Silence> silences;
    private final String changelog;
    private final List<SettingView> settings;
    private final List<RuleView> off;
    private final Map<String, List<RuleChange>> changes;

    /** The rule book of a pack without a site's changes. */
    RuleBook(Knowledge knowledge, List<Silence> silences, String changelog) {
        this(knowledge, knowledge, silences, changelog);
    }

    /** @param shipped the same pack without the site's changes */
    RuleBook(Knowledge knowledge, Knowledge shipped, List<Silence> silences, String changelog) {
        RuleViews views = new RuleViews(knowledge);
        this.knowledge = knowledge;
        this.rules = knowledge.rules().stream().map(views::of).toList();
        this.figures = knowledge.figures().tables().stream().map(views::of).toList();
        this.drugs = knowledge.drugs().all().stream()
                .map(drug -> DrugView.of(drug, knowledge))
                .toList();
        this.silences = List.copyOf(silences);
        this.changelog = changelog;
        SiteChanges site = new SiteChanges(knowledge, shipped);
        this.settings = site.settings();
        this.off = site.off();
        this.changes = site.of(rules);
    }

    /** The named values that rules and conventions use. */
    public List<SettingView> settings() {
        return settings;
    }

    /** The settings that a site changed. */
    public List<SettingView> changedSettings() {
        return settings.stream().filter(SettingView::isChanged).toList();
    }

    /** The rules that a site switched off, as they were shipped. */
    public List<RuleView> off() {
        return off;
    }

    /** What a site changed in a rule, wherever it wrote the change; empty if nothing. */
    public List<RuleChange> changes(String rule) {
        return changes.getOrDefault(rule, List.of());
    }

    /** The rules that are otherwise than shipped. */
    public List<RuleView> changedRules() {
        return rules.stream().filter(view -> changes.containsKey(view.id())).toList();
    }

    /** Whether the pack runs as it was shipped. */
    public boolean isAsShipped() {
        return knowledge.edition().siteChanges().isEmpty();
    }

    public Knowledge knowledge() {
        return knowledge;
    }

    public List<RuleView> rules() {
        return rules;
    }

    public List<RuleView> rules(Filter filter) {
        return rules.stream().filter(filter::passes).toList();
    }

    public Optional<RuleView> rule(String id) {
        return rules.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    public List<FiguresView> figures() {
        return figures;
    }

    public List<DrugView> drugs() {
        return drugs;
    }

    /** The drugs some rule speaks about, in the order of the alphabet. */
    public List<DrugView> watched() {
        return drugs.stream()
                .filter(view -> !view.rules().isEmpty())
                .sorted((one, other) -> one.drug().name().compareTo(other.drug().name()))
                .toList();
    }

    public List<TierView> tiers() {
        return Arrays.stream(Tier.values())
                .map(tier -> new TierView(
                        tier,
                        DrugView.words(tier),
                        drugs.stream()
                                .filter(view -> view.drug().tier() == tier)
                                .toList()))
                .toList();
    }

    /** A tier and its drugs. */
    record TierView(Tier tier, String words, List<DrugView> drugs) {}

    /** The groups that rules may name, with their drugs. */
    public Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        drugs.forEach(view -> view.groups()
                .forEach(group -> groups.merge(group, List.of(view.drug().name()), RuleBook::both)));
        return groups;
    }

    private static List<String> both(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    public List<WeightView> weights() {
        return Arrays.stream(Weight.values())
                .map(weight -> new WeightView(
                        weight,
                        words(weight),
                        knowledge.conditions().all().stream()
                                .filter(condition -> condition.weight() == weight)
                                .toList()))
                .filter(view -> !view.conditions().isEmpty())
                .toList();
    }

    /** A weight and its conditions. */
    record WeightView(Weight weight, String words, List<Condition> conditions) {}

    private static String words(Weight weight) {
        return switch (weight) {
            case MAJOR -> "Major: predisposes to PML by itself";
            case MODERATE -> "Moderate: adds to the risk";
            case WEAK -> "Weak: never raises a card alone";
            case NONE -> "No risk by itself: a sign, an indication, a context";
        };
    }

    /** How a chart is read before any rule is held against it. */
    public List<Convention> conventions() {
        Defaults defaults = knowledge.defaults();
        return List.of(
                new Convention("An order is a new start after this time without the drug", defaults.newStartAfter()),
                new Convention("A single dose counts as treatment that goes on for", defaults.doseLasts()),
                new Convention("A longer pause than this ends a course", defaults.courseGap()),
                new Convention(
                        "After immune globulin a JCV antibody result is not relied on for",
                        defaults.jcvAfterImmuneGlobulin()),
                new Convention(
                        "After plasma exchange a JCV antibody result is not relied on for",
                        defaults.jcvAfterPlasmaExchange()));
    }

    /** A convention and its length of time. */
    record Convention(String words, Period time) {
        public String length() {
            return Times.words(time);
        }
    }

    public List<TestView> tests() {
        return knowledge.tests().all().stream().map(TestView::of).toList();
    }

    /** The criteria that several rules share, each once, in the order of their names. */
    public Collection<Clause> shared() {
        return rules.stream()
                .flatMap(view -> Stream.concat(view.levels().stream().map(LevelView::when), view.shown().stream()))
                .flatMap(RuleBook::withParts)
                .filter(Clause::isNamed)
                .collect(Collectors.toMap(Clause::words, clause -> clause, (one, other) -> one, TreeMap::new))
                .values();
    }

    private static Stream<Clause> withParts(Clause clause) {
        return Stream.concat(Stream.of(clause), clause.parts().stream().flatMap(RuleBook::withParts));
    }

    public List<CitationView> evidence() {
        return knowledge.evidence().values().stream()
                .map(CitationView::of)
                .sorted((one, other) -> one.cite().compareTo(other.cite()))
                .toList();
    }

    public List<Silence> silences() {
        return silences;
    }

    public String changelog() {
        return changelog;
    }
}
