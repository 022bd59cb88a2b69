package org.pmlguard.knowledge.rule;

import java.math.BigDecimal;
import java.util.Optional;

/** A band of values; an end that is absent is open. */
public record Range(Optional<End> low, Optional<End> high) {

    /** One end of a band, and whether it belongs to the band. */
    public record End(BigDecimal at, boolean included) {}

    public Range {
        if (low.isEmpty() && high.isEmpty()) {
            throw new IllegalArgumentException("a range has at least one end");
        }
    }

    public boolean contains(BigDecimal value) {
        return aboveLow(value) && belowHigh(value);
    }

    private boolean aboveLow(BigDecimal value) {
        return low.map(end -> end.included() ? value.compareTo(end.at()) >= 0 : value.compareTo(end.at()) > 0)
                .orElse(true);
    }

    private boolean belowHigh(BigDecimal value) {
        return high.map(end -> end.included() ? value.compareTo(end.at()) <= 0 : value.compareTo(end.at()) < 0)
                .orElse(true);
    }

    /** Whether the whole band lies below the value. */
    public boolean isBelow(BigDecimal value) {
        return !belowHigh(value);
    }

    /** Whether the whole band lies above the value. */
    public boolean isAbove(BigDecimal value) {
        return !aboveLow(value);
    }
}
