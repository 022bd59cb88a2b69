package org.pmlguard.ledger;

/** The ledger cannot be reached, or did not answer in time. Nothing was lost that had been acknowledged. */
public final class LedgerDown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerDown(String why) {
        super(why, null, false, false);
    }
}
