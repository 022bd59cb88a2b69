package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import org.pmlguard.knowledge.rule.Range;
import org.pmlguard.risk.judge.Reading.Content;

/** Whether a result lies in a band. A result such as {@code <0.5} is a band itself, and the two may overlap. */
enum Banding {
    INSIDE,
    OUTSIDE,
    UNDECIDED;

    /** No reported value is closer to its limit than this. */
    private static final BigDecimal A_HAIR = new BigDecimal("0.000001");

    private static final BigDecimal NO_LIMIT = new BigDecimal("1E12");

    static Banding of(Reading reading, Range band) {
        return reading.amount().map(amount -> of(amount, band)).orElse(UNDECIDED);
    }

    static Banding of(Content.Amount amount, Range band) {
        BigDecimal lowest = lowest(amount);
        BigDecimal highest = highest(amount);
        if (band.contains(lowest) && band.contains(highest)) {
            return INSIDE;
        }
        return band.isBelow(lowest) || band.isAbove(highest) ? OUTSIDE : UNDECIDED;
    }

    private static BigDecimal lowest(Content.Amount amount) {
        return switch (amount.comparator()) {
            case BELOW, AT_MOST -> BigDecimal.ZERO;
            case ABOVE -> amount.value().add(A_HAIR);
            case EXACTLY, AT_LEAST -> amount.value();
        };
    }

    private static BigDecimal highest(Content.Amount amount) {
        return switch (amount.comparator()) {
            case BELOW -> amount.value().subtract(A_HAIR);
            case ABOVE, AT_LEAST -> NO_LIMIT;
            case EXACTLY, AT_MOST -> amount.value();
        };
    }
}
