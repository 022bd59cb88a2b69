package org.pmlguard.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.Recorded;
import org.pmlguard.risk.Fact;

/** Puts together what stands in the ledger and what was done at the desk. */
final class CaseViews {

    private static final int MOST_DECISIONS = 100;

    private final Ledger ledger;
    private final Desk desk;
    private final Words words;

    CaseViews(Ledger ledger, Desk desk, Words words) {
        this.ledger = ledger;
        this.desk = desk;
        this.words = words;
    }

    /** The page of a case; empty if it has been purged. */
    Optional<CaseView> of(Line line) {
        return ledger.cases()
                .find(line.decision())
                .flatMap(decision -> decision.cards().stream()
                        .filter(card -> card.uuid().equals(line.id()))
                        .findFirst()
                        .map(card -> view(line, decision, card)));
    }

    private CaseView view(Line line, Recorded.Case decision, Recorded.Shown card) {
        List<Recorded.Case> history = history(line, decision);
        return new CaseView(
                line,
                card,
                decision,
                facts(orders(decision, line.drug())),
                findings(decision, line.drug())
                        .filter(one -> one.quietBecause().isEmpty())
                        .toList(),
                findings(decision, line.drug())
                        .filter(one -> one.quietBecause().isPresent())
                        .toList(),
                gaps(decision, line.drug()),
                decision.feedback().stream()
                        .filter(heard -> heard.card().equals(line.id()))
                        .toList(),
                desk.entries(line.id()),
                history.stream().map(one -> past(one, line)).toList(),
                new Timeline(
                        history.stream()
                                .flatMap(one -> facts(orders(one, line.drug())).stream())
                                .distinct()
                                .toList(),
                        history.stream()
                                .flatMap(one -> mark(one, line.drug()).stream())
                                .toList(),
                        words.dayOf(decision.at())));
    }

    /** The card without a drug stands for every drug of its call. */
    private static List<Recorded.Order> orders(Recorded.Case decision, String drug) {
        return decision.orders().stream()
                .filter(order -> drug.isEmpty() || order.drug().equals(drug))
                .toList();
    }

    private static Stream<Recorded.Spoke> findings(Recorded.Case decision, String drug) {
        return orders(decision, drug).stream().flatMap(order -> order.findings().stream());
    }

    private static List<Fact> facts(List<Recorded.Order> orders) {
        return orders.stream()
                .flatMap(order -> order.findings().stream())
                .flatMap(finding -> finding.facts().stream())
                .distinct()
                .toList();
    }

    private static List<Recorded.Lack> gaps(Recorded.Case decision, String drug) {
        return Stream.concat(
                        orders(decision, drug).stream().flatMap(order -> order.gaps().stream()),
                        drug.isEmpty() ? decision.unidentified().stream() : Stream.empty())
                .distinct()
                .toList();
    }

    private List<Recorded.Case> history(Line line, Recorded.Case decision) {
        return line.patient()
                .map(patient -> ledger.cases().ofPatient(line.tenant(), patient, MOST_DECISIONS).stream()
                        .filter(one ->
                                !orders(one, line.drug()).isEmpty() || one.id().equals(decision.id()))
                        .toList())
                .orElse(List.of(decision));
    }

    private Optional<Recorded.Shown> card(Recorded.Case decision, String drug) {
        return decision.cards().stream()
                .filter(card -> card.drug().orElse("").equals(drug))
                .findFirst();
    }

    private Optional<Timeline.Mark> mark(Recorded.Case decision, String drug) {
        return card(decision, drug)
                .map(card -> new Timeline.Mark(words.dayOf(decision.at()), card.indicator(), card.summary()));
    }

    private CaseView.Past past(Recorded.Case decision, Line line) {
        Optional<Recorded.Shown> card = card(decision, line.drug());
        Map<UUID, Recorded.Heard> answers = decision.feedback().stream()
                .collect(Collectors.toMap(Recorded.Heard::card, one -> one, (earlier, later) -> later));
        return new CaseView.Past(
                decision,
                orders(decision, line.drug()).stream()
                        .map(Recorded.Order::outcome)
                        .distinct()
                        .collect(Collectors.joining(", ")),
                card,
                card.map(Recorded.Shown::uuid)
                        .map(answers::get)
                        .map(CaseViews::answer)
                        .orElse(""),
                card.flatMap(shown -> desk.find(shown.uuid())).map(Line::status).orElse(""),
                findings(decision, line.drug())
                        .filter(one -> one.quietBecause().isPresent())
                        .map(one -> one.rule() + ": " + one.quietBecause().orElseThrow())
                        .toList(),
                decision.id().equals(line.decision()));
    }

    private static String answer(Recorded.Heard heard) {
        return heard.reason()
                .map(reason -> heard.outcome() + " (" + reason.display() + ")")
                .orElse(heard.outcome());
    }
}
