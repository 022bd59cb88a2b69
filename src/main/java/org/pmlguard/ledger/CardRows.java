package org.pmlguard.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Coding;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.risk.memory.RiskInputs;

/** The cards of a decision as rows, each with what its answer would have to be held against. */
final class CardRows {

    private static final String TRACE = "org.pmlguard.assessment";

    private CardRows() {}

    static List<Object[]> of(Decision decision) {
        List<Object[]> rows = new ArrayList<>();
        decision.cards().forEach(card -> rows.add(row(decision, rows.size(), card)));
        return rows;
    }

    private static Object[] row(Decision decision, int number, Card card) {
        Optional<String> drug = drug(card);
        Optional<Recall> recall = drug.flatMap(id -> behind(decision, id));
        return Kept.row(
                card.uuid(),
                decision.id(),
                number,
                Kept.text(decision.tenant(), Kept.NAME),
                Kept.text(decision.patient(), Kept.NAME),
                drug.orElse(null),
                card.indicator().code(),
                card.summary(),
                card.detail().orElse(""),
                Kept.json(card.suggestions().stream()
                        .map(one -> new Recorded.Offer(one.uuid(), one.label(), one.isRecommended()))
                        .toList()),
                Kept.json(card.overrideReasons().stream().map(CardRows::reason).toList()),
                Kept.json(recall.map(CardRows::offers).orElse(Map.of())),
                recall.flatMap(one -> inputs(decision, one)).map(Kept::json).orElse(null));
    }

    private static Recorded.Reason reason(Coding coding) {
        return new Recorded.Reason(
                coding.system(), coding.code(), coding.display().orElse(coding.code()));
    }

    /** The drug a card is about stands in its extension; the card of what could not be checked has none. */
    private static Optional<String> drug(Card card) {
        return card.extension().get(TRACE) instanceof Map<?, ?> trace && trace.get("drug") instanceof String drug
                ? Optional.of(drug)
                : Optional.empty();
    }

    /** The same drug ordered twice is one card: the most urgent order stands for it. */
    private static Optional<Recall> behind(Decision decision, String drug) {
        return decision.orders().stream()
                .filter(recall -> recall.assessment().ordered().drug().id().equals(drug))
                .filter(recall -> said(recall).isPresent())
                .sorted(Comparator.comparing(
                                (Recall recall) -> said(recall).orElseThrow().level())
                        .reversed())
                .findFirst();
    }

    private static Optional<Concern> said(Recall recall) {
        return recall.said().filter(Concern.class::isInstance).map(Concern.class::cast);
    }

    /** Which reasons each rule on the card offered: a reason answers those rules and no others. */
    private static Map<String, List<String>> offers(Recall recall) {
        Map<String, List<String>> offers = new TreeMap<>();
        said(recall).stream()
                .flatMap(concern -> concern.findings().stream())
                .forEach(finding -> offers.put(finding.rule().id(), reasons(finding)));
        return offers;
    }

    private static List<String> reasons(Finding finding) {
        return finding.level().overrideReasons();
    }

    /** What all of a concern rests on, also what stayed quiet. */
    static Optional<RiskInputs> inputs(Decision decision, Recall recall) {
        return recall.assessment() instanceof Concern concern
                ? Optional.of(RiskInputs.of(concern, decision.knowledge()))
                : Optional.empty();
    }
}
