package org.pmlguard.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Coding;
import org.pmlguard.cdshooks.Feedback;
import org.pmlguard.cdshooks.OverrideReason;
import org.pmlguard.cdshooks.Suggestion;
import org.pmlguard.ledger.Decision;
import org.pmlguard.ledger.ReceivedFeedback;

/** What invented prescribers made of their cards: some accept, some override with a reason the card offers, some say nothing. */
final class Reactions {

    private static final int SOON_SECONDS = 20;
    private static final int AT_MOST_SECONDS = 180;
    private static final OverrideReason IN_WORDS =
            new OverrideReason(Optional.empty(), Optional.of("Synthetic comment of the background history"));

    private final Random random = new Random(21);

    List<ReceivedFeedback> to(Decision decision) {
        return decision.cards().stream()
                .flatMap(card -> to(card, decision).stream())
                .toList();
    }

    private Optional<ReceivedFeedback> to(Card card, Decision decision) {
        Instant at = decision.at().plusSeconds(SOON_SECONDS + random.nextInt(AT_MOST_SECONDS));
        int mood = random.nextInt(100);
        Optional<Feedback> feedback = mood < 25
                ? Optional.empty()
                : Optional.of(mood < 55 && !card.suggestions().isEmpty() ? accepted(card, at) : overridden(card, at));
        return feedback.map(one -> new ReceivedFeedback(decision.tenant(), decision.service(), one, at));
    }

    private Feedback accepted(Card card, Instant at) {
        Suggestion taken = any(card.suggestions());
        return new Feedback.Accepted(
                card.uuid().toString(), Optional.of(at), List.of(taken.uuid().toString()));
    }

    private Feedback overridden(Card card, Instant at) {
        List<Coding> reasons = card.overrideReasons();
        boolean inWords = reasons.isEmpty() || random.nextInt(8) == 0;
        OverrideReason why = inWords ? IN_WORDS : new OverrideReason(Optional.of(any(reasons)), Optional.empty());
        return new Feedback.Overridden(card.uuid().toString(), Optional.of(at), Optional.of(why));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
