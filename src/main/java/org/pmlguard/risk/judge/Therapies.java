package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Defaults;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Match;

/** The known drugs a patient takes or took. */
record Therapies(List<Therapy> uses, List<Gap> gaps, Defaults defaults, LocalDate today) {

    static Therapies of(Known<List<MedicationUse>> known, Knowledge knowledge, LocalDate today) {
        Map<Product, Recognition> recognised = new HashMap<>();
        List<Therapy> uses = known.found().orElse(List.of()).stream()
                .flatMap(use -> therapies(
                        use, recognised.computeIfAbsent(use.product(), knowledge.drugs()::recognise), knowledge, today))
                .filter(Therapy::begun)
                .toList();
        return new Therapies(uses, known.gaps(), knowledge.defaults(), today);
    }

    /** The same product stands in a record many times, an infusion each month: it is recognised once. */
    private static Stream<Therapy> therapies(
            MedicationUse use, Recognition recognition, Knowledge knowledge, LocalDate today) {
        return recognition.drugs().stream()
                .map(found ->
                        new Therapy(found.drug(), use, knowledge.defaults().doseLasts(), today));
    }

    /** The first day a drug of the set was taken. */
    Optional<LocalDate> firstUse(DrugSet set) {
        return matching(use -> set.contains(use.drug())).stream()
                .flatMap(use -> use.start().stream())
                .min(LocalDate::compareTo);
    }

    Match takenWithin(Criterion.TakenWithin asked, Drug ordered) {
        Predicate<Therapy> recent = use -> asked.within().map(use::takenWithin).orElseGet(use::carriesOver);
        List<Fact> found = firstEach(use -> asked.of().contains(use.drug())
                        && !(asked.others() && use.drug().equals(ordered))
                        && recent.test(use))
                .map(use -> use.fact("recent", use.goesOn() ? "On" : "Taken before"))
                .toList();
        return Evidence.of(found, gaps);
    }

    Match agents(Criterion.AgentsAtLeast asked, Drug ordered) {
        List<Fact> others = firstEach(use -> isOther(use, asked.of(), ordered) && use.goesOn())
                .map(use -> use.fact("agents", "Also on"))
                .toList();
        if (others.size() + 1 >= asked.count()) {
            return new Match.Met(others);
        }
        return gaps.isEmpty() ? new Match.NotMet(others) : new Match.Unknown(gaps);
    }

    Match newStart(Criterion.NewStart asked, Drug ordered) {
        List<Fact> onDrug = firstEach(use -> use.drug().equals(ordered) && use.takenWithin(asked.within()))
                .map(use -> use.fact("current", "Current treatment"))
                .toList();
        Match isNew = Evidence.absence(
                onDrug, gaps, Fact.stated("start", ordered.capitalised(), "new start, none in the last year"));
        return asked.expected() ? isNew : isNew.opposite();
    }

    Match exposedLongerThan(Criterion.ExposureLongerThan asked) {
        Optional<Exposure> exposure =
                Exposure.of(matching(use -> asked.to().contains(use.drug())), defaults.courseGap(), today);
        List<Fact> shown = exposure.map(found -> facts(found, asked.to())).orElse(List.of());
        if (exposure.isPresent() && exposure.get().longerThan(asked.time())) {
            return new Match.Met(shown);
        }
        return gaps.isEmpty() ? new Match.NotMet(shown) : new Match.Unknown(gaps);
    }

    /** Doses given outweigh prescriptions: without any the exposure is only as good as the prescription dates. */
    private List<Fact> facts(Exposure exposure, DrugSet to) {
        String drug = matching(use -> to.contains(use.drug())).getLast().drug().capitalised();
        String label = exposure.doses() > 0 ? drug + " exposure" : drug + " exposure, by prescription dates";
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
        return Evidence.of(
                firstEach(use -> isOther(use, asked.with(), ordered) && use.goesOn())
                        .map(use -> use.fact("other", "Also on"))
                        .toList(),
                gaps);
    }

    Match before(Criterion.PriorTherapy asked, Drug ordered) {
        List<Fact> found = firstEach(use -> isOther(use, asked.with(), ordered))
                .map(use -> use.fact("prior", "Immunosuppressant in the record"))
                .toList();
        Match match = Evidence.of(found, gaps);
        return match instanceof Match.NotMet
                ? new Match.NotMet(List.of(Fact.stated("prior", "Earlier immunosuppressant", "none found")))
                : match;
    }

    private static boolean isOther(Therapy use, DrugSet set, Drug ordered) {
        return set.contains(use.drug()) && !use.drug().equals(ordered);
    }

    /** For each drug its earliest matching use: a card names a drug once, however often it was renewed. */
    private Stream<Therapy> firstEach(Predicate<Therapy> wanted) {
        Map<Drug, Therapy> first = new LinkedHashMap<>();
        matching(wanted).forEach(use -> first.merge(use.drug(), use, Therapies::earlier));
        return first.values().stream();
    }

    private static Therapy earlier(Therapy one, Therapy other) {
        LocalDate never = LocalDate.MAX;
        return other.start().orElse(never).isBefore(one.start().orElse(never)) ? other : one;
    }

    private List<Therapy> matching(Predicate<Therapy> wanted) {
        return uses.stream().filter(wanted).toList();
    }
}
