package org.pmlguard.risk.memory;

/**
 * The year of treatment, as the published natalizumab tables count it: months 1-12, 13-24, and so on to over 72.
 *
 * @param from the first month of the band, counted from 1
 */
record ExposureBand(long from) {

    private static final long YEAR = 12;
    private static final long OPEN = 73;

    /** The band of so many whole months of treatment; anything that is no number is a band of its own, never a known one. */
    static ExposureBand of(String wholeMonths) {
        try {
            long months = Math.max(0, Long.parseLong(wholeMonths));
            return new ExposureBand(Math.min(OPEN, months / YEAR * YEAR + 1));
        } catch (NumberFormatException e) {
            return new ExposureBand(0);
        }
    }

    String words() {
        if (from == 0) {
            return "months unknown";
        }
        return from == OPEN ? "over 72 months" : "months " + from + "-" + (from + YEAR - 1);
    }
}
