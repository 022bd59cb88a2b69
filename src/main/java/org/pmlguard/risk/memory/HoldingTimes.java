package org.pmlguard.risk.memory;

import java.time.LocalDate;
import java.time.Period;
import java.util.Map;

/**
 * How long a reason holds, if nothing changes.
 *
 * @param byReason by the code of the reason
 * @param otherwise for every other reason
 */
public record HoldingTimes(Map<String, Period> byReason, Period otherwise) {

    public HoldingTimes {
        byReason = Map.copyOf(byReason);
    }

    Period of(String reason) {
        return byReason.getOrDefault(reason, otherwise);
    }

    /** The last day an answer holds. */
    LocalDate lastDay(PastAnswer answer) {
        return answer.on().plus(of(answer.reason()));
    }
}
