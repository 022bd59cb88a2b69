package org.pmlguard.cdshooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of a card (2.0.1, Feedback). It may come repeatedly and out of order. */
public sealed interface Feedback {

    /** The uuid of the card, as the client sent it; it need not be one of ours. */
    String card();

    /** When the user acted; empty if the client did not say or not in a readable way. */
    Optional<Instant> outcomeTimestamp();

    /**
     * Suggestions of the card were accepted.
     *
     * @param acceptedSuggestions their uuids, one at least
     */
    record Accepted(String card, Optional<Instant> outcomeTimestamp, List<String> acceptedSuggestions)
            implements Feedback {
        public Accepted {
            acceptedSuggestions = List.copyOf(acceptedSuggestions);
        }
    }

    /**
     * The card was overridden.
     *
     * @param overrideReason why, if the user said so
     */
    record Overridden(String card, Optional<Instant> outcomeTimestamp, Optional<OverrideReason> overrideReason)
            implements Feedback {}
}
