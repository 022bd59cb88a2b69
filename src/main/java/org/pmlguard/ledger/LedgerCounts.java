package org.pmlguard.ledger;

import java.util.concurrent.atomic.LongAdder;

/** What the ledger did and failed to do since the start. */
final class LedgerCounts {

    final LongAdder decisions = new LongAdder();
    final LongAdder feedback = new LongAdder();
    final LongAdder commits = new LongAdder();
    final LongAdder late = new LongAdder();
    final LongAdder lost = new LongAdder();
    final LongAdder failures = new LongAdder();
    final LongAdder unremembered = new LongAdder();

    LedgerState state(boolean open, int waiting) {
        return new LedgerState(
                open,
                waiting,
                decisions.sum(),
                feedback.sum(),
                commits.sum(),
                late.sum(),
                lost.sum(),
                failures.sum(),
                unremembered.sum());
    }
}
