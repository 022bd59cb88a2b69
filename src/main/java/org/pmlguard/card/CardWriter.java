package org.pmlguard.card;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Indicator;
import org.pmlguard.cdshooks.Link;
import org.pmlguard.cdshooks.SelectionBehavior;
import org.pmlguard.cdshooks.Suggestion;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.OverrideReason;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Assessment.Incomplete;
import org.pmlguard.risk.memory.Lapse;

/** Writes the cards of a call: one for each drug of concern, and one for everything that could not be checked. */
public final class CardWriter {

    private static final int MOST_REASONS = 5;
    private static final String MONITORED = "monitored";

    private final Knowledge knowledge;
    private final Supplier<UUID> ids;
    private final Detail detail;
    private final Proposals proposals;
    private final Trace trace;
    private final IncompleteCard incompleteCard;
    private final Optional<URI> publicUrl;
    private final boolean isCaseLinked;

    /**
     * @param ids a fresh one for each card and suggestion
     * @param publicUrl where readers of the cards reach this server; without it no card links to its rule
     */
    public CardWriter(Knowledge knowledge, Supplier<UUID> ids, Optional<URI> publicUrl) {
        this(knowledge, ids, publicUrl, false);
    }

    /** @param isCaseLinked whether a card also links to its case at the desk, for readers who may log in there */
    public CardWriter(Knowledge knowledge, Supplier<UUID> ids, Optional<URI> publicUrl, boolean isCaseLinked) {
        this.isCaseLinked = isCaseLinked;
        this.knowledge = knowledge;
        this.ids = ids;
        this.publicUrl = publicUrl;
        this.detail = new Detail(knowledge);
        this.proposals = new Proposals(knowledge, ids);
        this.trace = new Trace(knowledge);
        this.incompleteCard = new IncompleteCard(knowledge, ids);
    }

    /**
     * The cards of one call, most urgent first.
     *
     * @param unidentified gaps of orders whose drug could not be told
     * @param testOrder how a test is ordered for this patient, in FHIR
     */
    public List<Card> write(
            List<Assessment> assessments, List<Gap> unidentified, Function<Coding, FhirJson> testOrder) {
        return write(assessments, unidentified, testOrder, drug -> Optional.empty());
    }

    /**
     * The same, where a drug's card may have been answered before.
     *
     * @param lapses the answer that no longer holds, by the id of the drug
     */
    public List<Card> write(
            List<Assessment> assessments,
            List<Gap> unidentified,
            Function<Coding, FhirJson> testOrder,
            Function<String, Optional<Lapse>> lapses) {
        List<Card> cards = new ArrayList<>(oneForEachDrug(assessments).stream()
                .map(concern -> card(
                        concern,
                        testOrder,
                        lapses.apply(concern.ordered().drug().id())))
                .toList());
        List<Incomplete> incomplete = only(assessments, Incomplete.class).stream()
                .filter(CardWriter::isWorthSaying)
                .toList();
        if (!incomplete.isEmpty() || !unidentified.isEmpty()) {
            cards.add(incompleteCard.of(incomplete, unidentified));
        }
        return cards;
    }

    /** What is said when nothing at all could be checked. */
    public List<Card> unchecked(Gap why) {
        return List.of(incompleteCard.of(List.of(), List.of(why)));
    }

    /** Nobody asked when a chart was only opened: then a gap is said for the drugs whose treatment has to be watched. */
    private static boolean isWorthSaying(Incomplete incomplete) {
        return switch (incomplete.ordered().order().stage()) {
            case DRAFT, SIGNED -> true;
            case TAKEN -> incomplete.ordered().drug().groups().contains(MONITORED);
            case STILL_ACTING -> false;
        };
    }

    /** The same drug ordered twice is one concern: the first most urgent order stands for it. */
    private static List<Concern> oneForEachDrug(List<Assessment> assessments) {
        Map<String, Concern> byDrug = new LinkedHashMap<>();
        only(assessments, Concern.class).stream()
                .sorted((one, other) -> other.level().compareTo(one.level()))
                .forEach(concern -> byDrug.putIfAbsent(concern.ordered().drug().id(), concern));
        return List.copyOf(byDrug.values());
    }

    private static <T extends Assessment> List<T> only(List<Assessment> assessments, Class<T> kind) {
        return assessments.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private Card card(Concern concern, Function<Coding, FhirJson> testOrder, Optional<Lapse> lapse) {
        String summary = Places.summary(concern.findings().getFirst(), concern.ordered());
        UUID id = ids.get();
        Card card = Card.of(id, summary, indicator(concern), Sources.RISK)
                .withDetail(detail.of(concern, lapse))
                .withOverrideReasons(overrideReasons(concern))
                .withLinks(links(concern.findings().getFirst().rule(), id));
        List<Suggestion> suggestions = proposals.of(concern, testOrder);
        Card offering = suggestions.isEmpty() ? card : card.withSuggestions(SelectionBehavior.ANY, suggestions);
        return offering.withExtension(trace.of(concern));
    }

    private List<Link> links(Rule rule, UUID id) {
        Optional<Link> book = publicUrl.map(base -> Link.absolute(
                "Rule " + rule.id() + ": what it checks, on what evidence",
                base.resolve("knowledge/rules/" + rule.id())));
        Optional<Link> desk = publicUrl
                .filter(base -> isCaseLinked)
                .map(base -> Link.absolute("This case at the pharmacists' desk", base.resolve("review/" + id)));
        return Stream.of(book, desk).flatMap(Optional::stream).toList();
    }

    private static Indicator indicator(Concern concern) {
        return switch (concern.level()) {
            case INFO -> Indicator.INFO;
            case WARNING -> Indicator.WARNING;
            case CRITICAL -> Indicator.CRITICAL;
        };
    }

    private List<org.pmlguard.cdshooks.Coding> overrideReasons(Concern concern) {
        return concern.findings().stream()
                .flatMap(finding -> finding.level().overrideReasons().stream())
                .distinct()
                .limit(MOST_REASONS)
                .map(id -> Wanted.in(knowledge.overrideReasons(), id))
                .map(CardWriter::coding)
                .toList();
    }

    private static org.pmlguard.cdshooks.Coding coding(OverrideReason reason) {
        return org.pmlguard.cdshooks.Coding.of(reason.code(), reason.system(), reason.display());
    }
}
