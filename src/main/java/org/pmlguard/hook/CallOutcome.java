package org.pmlguard.hook;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Indicator;
import org.pmlguard.clinical.Gap;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.memory.Recall;

/** What became of a call, as it is counted. */
enum CallOutcome {
    /** No drug that any rule speaks of; the chart stayed closed. */
    NOT_WATCHED,
    /** A watched drug, everything read, nothing to say. */
    NO_RISK,
    /** Something to say that was answered before, so that no card was shown. */
    KEPT_QUIET,
    /** No rule spoke, but not everything could be checked. */
    INCOMPLETE,
    /** The most urgent card was of this kind. */
    RISK_INFO,
    RISK_WARNING,
    RISK_CRITICAL,
    /** The call could not be understood. */
    REJECTED,
    /** The check failed on our side. */
    ERROR;

    /** A stable name for metrics: {@code risk_critical}. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static CallOutcome of(List<Recall> recalls, List<Gap> unidentified, List<Card> written) {
        if (recalls.stream().flatMap(recall -> recall.said().stream()).anyMatch(Assessment.Concern.class::isInstance)) {
            return written.stream()
                    .map(Card::indicator)
                    .max(Comparator.naturalOrder())
                    .map(CallOutcome::of)
                    .orElse(NO_RISK);
        }
        if (!unidentified.isEmpty() || recalls.stream().anyMatch(CallOutcome::isIncomplete)) {
            return INCOMPLETE;
        }
        return recalls.stream().anyMatch(recall -> !recall.quiet().isEmpty()) ? KEPT_QUIET : NO_RISK;
    }

    private static boolean isIncomplete(Recall recall) {
        return recall.assessment() instanceof Assessment.Incomplete;
    }

    private static CallOutcome of(Indicator indicator) {
        return switch (indicator) {
            case INFO -> RISK_INFO;
            case WARNING -> RISK_WARNING;
            case CRITICAL -> RISK_CRITICAL;
        };
    }
}
