package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.DrugSet;
import org.pmlguard.knowledge.drug.Recognition;
import org.pmlguard.knowledge.drug.Recognition.Recognised;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Defaults;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Match;

/**
 * The known drugs a patient takes or took.
 *
 * @param byDrug the uses of each, the earliest first, those without a date last
 */
record Therapies(Map<Drug, List<Therapy>> byDrug, List<Gap> gaps, Defaults defaults, LocalDate today) {

    static Therapies of(Known<List<MedicationUse>> known, Knowledge knowledge, LocalDate today) {
        Map<Product, Recognition> recognised = new HashMap<>();
        Map<Drug, List<Therapy>> byDrug = new LinkedHashMap<>();
        LocalDate recent = today.minus(knowledge.defaults().doseLasts());
        for (MedicationUse use : known.found().orElse(List.of())) {
            // The same product stands in a record many times, an infusion each month: it is recognised once.
            Recognition recognition = recognised.computeIfAbsent(use.product(), knowledge.drugs()::recognise);
            for (Recognised found : recognition.drugs()) {
                add(Therapy.of(found.drug(), use, recent, today), byDrug);
            }
        }
        byDrug.values().forEach(uses -> uses.sort(EARLIEST_FIRST));
        return new Therapies(byDrug, known.gaps(), knowledge.defaults(), today);
    }

    private static void add(Therapy use, Map<Drug, List<Therapy>> byDrug) {
        if (use.begun()) {
            byDrug.computeIfAbsent(use.drug(), drug -> new ArrayList<>()).add(use);
        }
    }

    private static final Comparator<Therapy> EARLIEST_FIRST =
            Comparator.comparing(use -> use.start().orElse(LocalDate.MAX));

    /** Every use, drug by drug. */
    Stream<Therapy> uses() {
        return byDrug.values().stream().flatMap(List::stream);
    }

    /** The first day a drug of the set was taken. */
    Optional<LocalDate> firstUse(DrugSet set) {
        LocalDate first = LocalDate.MAX;
        for (Therapy use : of(set)) {
            LocalDate start = use.start().orElse(LocalDate.MAX);
            first = start.isBefore(first) ? start : first;
        }
        return first.equals(LocalDate.MAX) ? Optional.empty() : Optional.of(first);
    }

    Match takenWithin(Criterion.TakenWithin asked, Drug ordered) {
        Predicate<Therapy> recent = use -> asked.within().map(use::takenWithin).orElseGet(use::carriesOver);
        List<Therapy> found =
                oneEach(drug -> asked.of().contains(drug) && !(asked.others() && drug.equals(ordered)), recent);
        return Evidence.of(facts(found, "recent", use -> use.goesOn() ? "On" : "Taken before"), gaps);
    }

    Match agents(Criterion.AgentsAtLeast asked, Drug ordered) {
        List<Fact> others =
                facts(oneEach(drug -> isOther(drug, asked.of(), ordered), Therapy::goesOn), "agents", use -> "Also on");
        if (others.size() + 1 >= asked.count()) {
            return new Match.Met(others);
        }
        return gaps.isEmpty() ? new Match.NotMet(others) : new Match.Unknown(gaps);
    }

    Match newStart(Criterion.NewStart asked, Drug ordered) {
        List<Fact> onDrug = facts(
                oneEach(ordered::equals, use -> use.takenWithin(asked.within())),
                "current",
                use -> "Current treatment");
        Match isNew = Evidence.absence(
                onDrug, gaps, Fact.stated("start", ordered.capitalised(), "new start, none in the last year"));
        return asked.expected() ? isNew : isNew.opposite();
    }

    Match exposedLongerThan(Criterion.ExposureLongerThan asked) {
        Optional<Exposure> exposure = Exposure.of(of(asked.to()), defaults.courseGap(), today);
        List<Fact> shown = exposure.map(found -> facts(found, asked.to())).orElse(List.of());
        if (exposure.isPresent() && exposure.get().longerThan(asked.time())) {
            return new Match.Met(shown);
        }
        return gaps.isEmpty() ? new Match.NotMet(shown) : new Match.Unknown(gaps);
    }

    /** Doses given outweigh prescriptions: without any the exposure is only as good as the prescription dates. */
    private List<Fact> facts(Exposure exposure, DrugSet to) {
        List<Therapy> uses = of(to);
        String drug = uses.getLast().drug().capitalised();
        String by = exposure.doses() > 0 ? "" : ", by prescription dates";
        String source =
                uses.stream().map(Therapy::source).max(String::compareTo).orElse("");
        String label = drug + " exposure" + by + source;
        String unit = exposure.months() == 1 ? "month" : "months";
        Fact months = new Fact(
                "exposure",
                label,
                Long.toString(exposure.months()),
                unit,
                Optional.empty(),
                Optional.of(exposure.first()),
                true,
                "");
        return exposure.doses() > 0
                ? List.of(months, Fact.stated("doses", "Doses on record", Integer.toString(exposure.doses())))
                : List.of(months);
    }

    Match alongside(Criterion.CoMedication asked, Drug ordered) {
        List<Therapy> others = oneEach(drug -> isOther(drug, asked.with(), ordered), Therapy::goesOn);
        return Evidence.of(facts(others, "other", use -> "Also on"), gaps);
    }

    Match before(Criterion.PriorTherapy asked, Drug ordered) {
        List<Fact> found = facts(
                each(drug -> isOther(drug, asked.with(), ordered), uses -> Optional.of(uses.getFirst())),
                "prior",
                use -> "Immunosuppressant in the record");
        Match match = Evidence.of(found, gaps);
        return match instanceof Match.NotMet
                ? new Match.NotMet(List.of(Fact.stated("prior", "Earlier immunosuppressant", "none found")))
                : match;
    }

    private static boolean isOther(Drug drug, DrugSet set, Drug ordered) {
        return set.contains(drug) && !drug.equals(ordered);
    }

    /** For each drug one matching use: a card names a drug once, however often it was renewed. */
    private List<Therapy> oneEach(Predicate<Drug> ofDrug, Predicate<Therapy> wanted) {
        return each(ofDrug, uses -> mostTelling(uses, wanted));
    }

    private List<Therapy> each(Predicate<Drug> ofDrug, Function<List<Therapy>, Optional<Therapy>> choice) {
        List<Therapy> found = new ArrayList<>();
        byDrug.forEach((drug, uses) -> {
            if (ofDrug.test(drug)) {
                choice.apply(uses).ifPresent(found::add);
            }
        });
        return found;
    }

    /** Since when it is taken, if it is taken all the time; else when it was taken last. */
    private static Optional<Therapy> mostTelling(List<Therapy> uses, Predicate<Therapy> wanted) {
        Optional<Therapy> last = Optional.empty();
        for (Therapy use : uses) {
            if (wanted.test(use)) {
                if (use.isStanding()) {
                    return Optional.of(use);
                }
                last = last.isEmpty() || use.dated() ? Optional.of(use) : last;
            }
        }
        return last;
    }

    private static List<Fact> facts(List<Therapy> uses, String name, Function<Therapy, String> label) {
        List<Fact> facts = new ArrayList<>(uses.size());
        for (Therapy use : uses) {
            facts.add(use.fact(name, label.apply(use)));
        }
        return facts;
    }

    /** The uses of some drugs, drug by drug. */
    private List<Therapy> of(DrugSet set) {
        List<Therapy> found = new ArrayList<>();
        byDrug.forEach((drug, uses) -> {
            if (set.contains(drug)) {
                found.addAll(uses);
            }
        });
        return found;
    }
}
