package org.pmlguard.replay;

/**
 * Orders of one kind, and what was said about them.
 *
 * @param orders drug orders
 * @param watched of them, those whose drug some rule speaks about
 * @param critical cards of that level
 * @param warning cards of that level
 * @param info cards of that level
 * @param unchecked cards that say only what could not be checked
 * @param quiet concerns not said because of an earlier answer
 * @param shadow findings of rules in shadow, which no card shows
 */
record Counts(
        long orders, long watched, long critical, long warning, long info, long unchecked, long quiet, long shadow) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    private static final double THOUSAND = 1000.0;

    Counts plus(Counts other) {
        return new Counts(
                orders + other.orders,
                watched + other.watched,
                critical + other.critical,
                warning + other.warning,
                info + other.info,
                unchecked + other.unchecked,
                quiet + other.quiet,
                shadow + other.shadow);
    }

    /** The same cards, held against other orders. */
    Counts among(Counts others) {
        return new Counts(others.orders, others.watched, critical, warning, info, unchecked, quiet, shadow);
    }

    /** Cards that name a risk. */
    public long alerts() {
        return critical + warning + info;
    }

    /** Alerts for each 1,000 watched orders. */
    public double perWatched() {
        return rate(alerts(), watched);
    }

    /** Alerts for each 1,000 drug orders of any kind. */
    public double perOrder() {
        return rate(alerts(), orders);
    }

    /** So many for each 1,000 others; none where there are no others. */
    static double rate(long some, long others) {
        return others == 0 ? 0 : THOUSAND * some / others;
    }
}
