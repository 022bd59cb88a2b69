package org.pmlguard.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Whether a budget was kept.
 *
 * @param group in which it is measured
 * @param budget what was promised
 * @param measured what was seen, in the same words
 */
record Verdict(String group, String budget, String measured, State state) {

    enum State {
        MET("met"),
        MISSED("**missed**"),
        NOT_MEASURED("not measured");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    /** At least so much. */
    static Verdict atLeast(String group, String budget, double least, OptionalDouble seen, String format) {
        return of(group, budget, seen, format, seen.orElse(Double.NaN) >= least);
    }

    /** So much or less. */
    static Verdict atMost(String group, String budget, double most, OptionalDouble seen, String format) {
        return of(group, budget, seen, format, seen.orElse(Double.NaN) <= most);
    }

    /** Less than so much. */
    static Verdict below(String group, String budget, double most, OptionalDouble seen, String format) {
        return of(group, budget, seen, format, seen.orElse(Double.NaN) < most);
    }

    private static Verdict of(String group, String budget, OptionalDouble seen, String format, boolean isMet) {
        if (seen.isEmpty()) {
            return new Verdict(group, budget, "-", State.NOT_MEASURED);
        }
        String measured = String.format(Locale.ROOT, format, seen.getAsDouble());
        return new Verdict(group, budget, measured, isMet ? State.MET : State.MISSED);
    }

    String toLine() {
        return state.word().replace("*", "") + ": " + budget + ": " + measured;
    }
}
