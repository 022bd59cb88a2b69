package org.pmlguard.review;

/**
 * How often something happened lately, and how often it should have.
 *
 * @param kind rule or tenant
 * @param seen in the last time
 * @param expected from the time before, for as long a time
 */
record Pulse(String kind, String name, long seen, double expected) {

    /** Real counts swing more than chance alone; so it is silence only below half of what was expected. */
    private static final double SILENCE = 0.5;

    /** How likely so few or fewer are if nothing has changed, counting each as independent (Poisson). */
    double chance() {
        return expected <= 0 || seen >= expected ? 1 : tail(seen, expected);
    }

    /** Summed as logarithms: for large expectations the terms are too small to be numbers. */
    private static double tail(long most, double mean) {
        double term = -mean;
        double sum = Math.exp(term);
        for (long at = 1; at <= most; at++) {
            term += Math.log(mean) - Math.log((double) at);
            sum += Math.exp(term);
        }
        return Math.min(1, sum);
    }

    boolean isSilent(double limit) {
        return seen < SILENCE * expected && chance() < limit;
    }

    /** Whether it happens so often that none at all would be found. */
    boolean couldTell(double limit) {
        return Math.exp(-expected) < limit;
    }

    /** Once in how many such times this would happen by chance, for people. */
    public String rarity() {
        double once = 1 / Math.max(chance(), 1e-9);
        return once > 1_000_000
                ? "once in over a million"
                : String.format(java.util.Locale.ENGLISH, "once in %,d", Math.round(once));
    }

    /** How many were expected, for people. */
    public String about() {
        return expected < 10
                ? String.format(java.util.Locale.ENGLISH, "%.1f", expected)
                : String.valueOf(Math.round(expected));
    }
}
