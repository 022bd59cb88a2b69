package org.pmlguard.card;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Indicator;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Section;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.risk.Assessment.Incomplete;

/** The one card of a call that says what could not be checked, why, and what to look at by hand. */
final class IncompleteCard {

    /** What each unread part of the chart would have told. */
    private static final Map<String, String> BY_HAND = Map.of(
            Section.ORDERED_DRUG.words(), "whether the ordered drug is an immunosuppressant",
            Section.DIAGNOSES.words(), "history of PML, HIV, cancer, transplant, immunodeficiency",
            Section.MEDICATIONS.words(), "current and earlier immunosuppressants, length of treatment",
            Section.PROCEDURES.words(), "plasma exchange before the JCV test, last brain MRI",
            Section.LABS.words(), "JCV antibody index, lymphocyte count, CD4 count, JCV DNA in CSF");

    private final Trace trace;
    private final Supplier<UUID> ids;

    IncompleteCard(Knowledge knowledge, Supplier<UUID> ids) {
        this.trace = new Trace(knowledge);
        this.ids = ids;
    }

    /** @param unidentified gaps of orders whose drug could not be told */
    Card of(List<Incomplete> incomplete, List<Gap> unidentified) {
        List<String> drugs = incomplete.stream()
                .map(one -> one.ordered().drug().name())
                .distinct()
                .toList();
        List<Gap> gaps = gaps(incomplete, unidentified);
        return Card.of(ids.get(), summary(drugs, gaps), Indicator.INFO, Sources.INCOMPLETE)
                .withDetail(detail(gaps))
                .withExtension(trace.incomplete(incomplete, gaps));
    }

    private static List<Gap> gaps(List<Incomplete> incomplete, List<Gap> unidentified) {
        SequencedSet<Gap> gaps = new LinkedHashSet<>(unidentified);
        incomplete.forEach(one -> gaps.addAll(one.gaps()));
        return List.copyOf(gaps);
    }

    private static String summary(List<String> drugs, List<Gap> gaps) {
        String about = drugs.isEmpty() ? "" : " for " + String.join(", ", drugs);
        return Places.cut("PML check incomplete" + about + ": could not check " + subjects(gaps, ", "));
    }

    private static String subjects(List<Gap> gaps, String between) {
        return gaps.stream().map(Gap::what).distinct().collect(Collectors.joining(between));
    }

    private static String detail(List<Gap> gaps) {
        List<String> lines = new ArrayList<>();
        lines.add("The risk of progressive multifocal leukoencephalopathy (PML) was not fully checked."
                + " This is not an all-clear.");
        lines.add("Not known: " + Detail.gaps(gaps));
        String look = gaps.stream()
                .map(Gap::what)
                .distinct()
                .map(what -> BY_HAND.getOrDefault(what, what))
                .collect(Collectors.joining(" · "));
        lines.add("Look by hand at: " + look);
        return String.join("\n\n", lines);
    }
}
