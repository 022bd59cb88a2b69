package org.pmlguard.hook;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import java.util.stream.Collectors;
import org.pmlguard.cdshooks.Coding;
import org.pmlguard.cdshooks.Feedback;
import org.pmlguard.cdshooks.OverrideReason;
import org.pmlguard.knowledge.Knowledge;
import org.springframework.stereotype.Component;

/** Counts what prescribers did with cards. A reason that is not one of ours is counted as {@code other}. */
@Component
class FeedbackCounts {

    private static final String NONE = "none";
    private static final String OTHER = "other";

    private final MeterRegistry registry;
    private final Set<String> codes;

    FeedbackCounts(MeterRegistry registry, Knowledge knowledge) {
        this.registry = registry;
        this.codes = knowledge.overrideReasons().values().stream()
                .map(org.pmlguard.knowledge.rule.OverrideReason::code)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Feedback was committed; the same again counts again. */
    void recorded(Feedback feedback) {
        switch (feedback) {
            case Feedback.Accepted accepted -> count("accepted", NONE);
            case Feedback.Overridden overridden ->
                count(
                        "overridden",
                        overridden.overrideReason().map(this::reason).orElse(NONE));
        }
    }

    private String reason(OverrideReason given) {
        return given.reason().map(Coding::code).map(this::ours).orElse(NONE);
    }

    private String ours(String code) {
        return codes.contains(code) ? code : OTHER;
    }

    private void count(String outcome, String reason) {
        registry.counter("cds.feedback", "outcome", outcome, "reason", reason).increment();
    }
}
