package org.pmlguard.ledger;

/**
 * How the ledger does; counts since the start.
 *
 * @param open whether the database answered last
 * @param waiting entries not written yet
 * @param decisions written
 * @param feedback entries written, strays included
 * @param commits they took
 * @param late decisions whose answer went out before the commit
 * @param lost decisions that were never written
 * @param failures commits that failed
 * @param unremembered times earlier answers could not be read, so that everything was said
 */
public record LedgerState(
        boolean open,
        int waiting,
        long decisions,
        long feedback,
        long commits,
        long late,
        long lost,
        long failures,
        long unremembered) {}
