package org.pmlguard.ledger;

import java.util.UUID;

/** What has just been committed, for whoever shows it live. Published from the writing thread: be quick. */
public sealed interface LedgerEvent {

    String tenant();

    /** A decision stands in the ledger. */
    record DecisionRecorded(UUID decision, String tenant) implements LedgerEvent {}

    /**
     * Something new became of a card.
     *
     * @param card as the EHR sent it, a card of this tenant
     */
    record FeedbackRecorded(String card, String tenant) implements LedgerEvent {}
}
