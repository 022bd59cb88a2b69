package org.pmlguard.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that waits to be written, and who waits for it. */
sealed interface Entry {

    /** Completed after the commit. */
    CompletableFuture<Void> done();

    /** A decision; its rows are made only when its turn comes. */
    record OfDecision(Decision decision, CompletableFuture<Void> done) implements Entry {}

    /** The feedback of one call. */
    record OfFeedback(List<ReceivedFeedback> received, CompletableFuture<Void> done) implements Entry {
        public OfFeedback {
            received = List.copyOf(received);
        }
    }
}
