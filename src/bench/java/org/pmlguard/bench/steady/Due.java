package org.pmlguard.bench.steady;

/**
 * A call that is due.
 *
 * @param at when, on the clock of {@link System#nanoTime}; its answer time is counted from here, whenever it was sent
 * @param patient the number of the patient it is about
 */
record Due(Kind kind, long at, int patient) {

    static final Due NOTHING = new Due(Kind.OTHER_SIGN, Long.MAX_VALUE, 0);
}
