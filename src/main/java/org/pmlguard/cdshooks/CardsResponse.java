package org.pmlguard.cdshooks;

import java.util.List;
import java.util.UUID;

/**
 * The answer to a call (2.0.1, CDS Service Response).
 *
 * @param cards the advice in the sequence to show it; none means that we looked and have nothing to say
 * @param systemActions changes the client makes without asking; only where agreed with the client beforehand
 */
public record CardsResponse(List<Card> cards, List<Action> systemActions) {

    public CardsResponse {
        cards = List.copyOf(cards);
        systemActions = List.copyOf(systemActions);
        Rules.unique("The uuid of a card", cards, Card::uuid);
        Rules.unique("The uuid of a suggestion", suggestionIds(cards), uuid -> uuid);
    }

    /** An answer without system actions. */
    public static CardsResponse of(List<Card> cards) {
        return new CardsResponse(cards, List.of());
    }

    /** The answer {@code {"cards":[]}}: we looked and have nothing to say. */
    public static CardsResponse empty() {
        return of(List.of());
    }

    /** The body in UTF-8. */
    public byte[] toJson() {
        return Json.write(json -> new CardsWriter(json).write(this));
    }

    private static List<UUID> suggestionIds(List<Card> cards) {
        return cards.stream()
                .flatMap(card -> card.suggestions().stream())
                .map(Suggestion::uuid)
                .toList();
    }
}
