package org.pmlguard.replay;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.rule.Rule;

/** What the page of a replay shows. */
final class ReportView {

    /** As many clinics as a page can hold; all are in the file of figures. */
    private static final int MOST_ROWS = 40;

    private final Options options;
    private final List<Source> sources;
    private final List<Knowledge> editions;
    private final Results results;

    ReportView(Options options, List<Source> sources, List<Knowledge> editions, Results results) {
        this.options = options;
        this.sources = List.copyOf(sources);
        this.editions = List.copyOf(editions);
        this.results = results;
    }

    public int files() {
        return sources.size();
    }

    public String period() {
        if (options.from().isEmpty() && options.to().isEmpty()) {
            return "all days";
        }
        String from = options.from().map(day -> "from " + day).orElse("");
        return (from + options.to().map(day -> " to " + day).orElse("")).strip();
    }

    public boolean hasMemory() {
        return options.memory();
    }

    public boolean hasFindings() {
        return options.findings();
    }

    public boolean isCompared() {
        return editions.size() > 1;
    }

    public Knowledge.Edition edition() {
        return editions.getLast().edition();
    }

    public Counts all() {
        return results.after().all();
    }

    public long lines() {
        return account().of(Account.Entry.LINES);
    }

    private Account account() {
        return results.account();
    }

    /** Figures with one decimal, as prose has them. */
    public String rate(double rate) {
        return String.format(Locale.ROOT, "%.1f", rate);
    }

    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Cards of one kind. */
    record Level(String name, boolean isIndicator, long cards, double perWatched, double perOrder) {}

    public List<Level> levels() {
        Counts all = all();
        return List.of(
                level("critical", true, all.critical()),
                level("warning", true, all.warning()),
                level("info", true, all.info()),
                level("could not check", false, all.unchecked()));
    }

    private Level level(String name, boolean isIndicator, long cards) {
        return new Level(
                name, isIndicator, cards, Counts.rate(cards, all().watched()), Counts.rate(cards, all().orders()));
    }

    /** The whole before and after the overlay. */
    public List<Named> compared() {
        Counts before = results.before().all();
        return List.of(new Named("", "as shipped", before, before), new Named("", "with the overlay", all(), before));
    }

    /** Counts under a name for people. */
    record Named(String id, String name, Counts counts, Counts before) {}

    /** A table of counts. */
    record Table(Dimension dimension, List<Named> rows, int more) {
        Table {
            rows = List.copyOf(rows);
        }

        public long highest() {
            return Math.max(
                    1,
                    rows.stream().mapToLong(row -> row.counts().alerts()).max().orElse(1));
        }
    }

    public List<Table> tables() {
        return List.of(table(Dimension.RULE), table(Dimension.DRUG), table(Dimension.CLINIC), table(Dimension.HOOK));
    }

    public Table gaps() {
        return table(Dimension.GAP);
    }

    private Table table(Dimension dimension) {
        Set<String> names = new TreeSet<>(results.after().names(dimension));
        names.addAll(results.before().names(dimension));
        List<Named> rows = names.stream()
                .map(name -> named(dimension, name))
                .sorted(Comparator.comparingLong((Named row) -> row.counts().alerts())
                        .thenComparingLong(row -> row.counts().unchecked())
                        .thenComparingLong(row -> row.counts().watched())
                        .reversed()
                        .thenComparing(Named::name))
                .toList();
        int shown = Math.min(MOST_ROWS, rows.size());
        return new Table(dimension, rows.subList(0, shown), rows.size() - shown);
    }

    private Named named(Dimension dimension, String name) {
        return new Named(
                name,
                words(dimension, name),
                results.after().of(dimension, name),
                results.before().of(dimension, name));
    }

    private String words(Dimension dimension, String name) {
        return switch (dimension) {
            case RULE -> rule(name);
            case DRUG -> drug(name);
            case GAP -> name.replace(".", ": ").replace('-', ' ');
            default -> name;
        };
    }

    /** The title of a rule; one that a site switched off has it from the pack as shipped. */
    public String rule(String id) {
        return editions.reversed().stream()
                .flatMap(edition -> edition.rule(id).stream())
                .map(Rule::title)
                .findFirst()
                .orElse(id);
    }

    public boolean isShadow(String rule) {
        return editions.getLast().rule(rule).filter(Rule::shadow).isPresent();
    }

    private String drug(String id) {
        return editions.getLast().drugs().all().stream()
                .filter(drug -> drug.id().equals(id))
                .map(Drug::name)
                .findFirst()
                .orElse(id);
    }

    public WeekChart weeks() {
        return WeekChart.of(results.after());
    }

    public Map<Differences.Key, Differences.Times> changes() {
        return results.differences().all();
    }

    /** An entry of the account and its figure. */
    record Booked(String words, long times) {}

    public List<Booked> booked() {
        return Arrays.stream(Account.Entry.values())
                .map(entry -> new Booked(entry.words(), account().of(entry)))
                .filter(booked -> booked.times() > 0)
                .toList();
    }

    public List<Booked> faults() {
        return account().faults().entrySet().stream()
                .map(fault -> new Booked(fault.getKey().words(), fault.getValue()))
                .toList();
    }

    /** What of a record the export says nothing about, though rules look at it; empty for requests alone. */
    public List<String> notExported() {
        boolean isExport = account().of(Account.Entry.PUT_ASIDE) > 0;
        return isExport
                ? List.of(
                                "Condition",
                                "Observation",
                                "MedicationRequest",
                                "MedicationStatement",
                                "MedicationAdministration",
                                "Procedure")
                        .stream()
                        .filter(type -> !account().types().containsKey(type)
                                && !options.exported().contains(type))
                        .toList()
                : List.of();
    }
}
