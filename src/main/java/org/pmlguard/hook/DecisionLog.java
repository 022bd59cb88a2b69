package org.pmlguard.hook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.clinical.Gap;
import org.pmlguard.ledger.Timings;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.tenant.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * One line for each decision on a watched drug: rules and gaps by their names, never a patient, a value, a token or
 * anything else a caller wrote.
 */
@Component
class DecisionLog {

    private static final Logger LOG = LoggerFactory.getLogger(DecisionLog.class);

    void record(
            Tenant tenant, Call call, List<Recall> recalls, List<Gap> unidentified, List<Card> cards, Timings timings) {
        List<Assessment> assessments = recalls.stream().map(Recall::assessment).toList();
        LOG.atInfo()
                .addKeyValue("event.action", "decision")
                .addKeyValue("tenant", tenant.id())
                .addKeyValue("event.duration", timings.total().toNanos())
                .log(
                        "decision tenant={} hook={} drugs={} rules={} quiet={} gaps={} cards={}",
                        tenant.id(),
                        call.hook(),
                        names(assessments.stream()
                                .map(one -> one.ordered().drug().id())),
                        names(assessments.stream().flatMap(DecisionLog::rules)),
                        names(recalls.stream()
                                .flatMap(recall -> recall.quiet().stream())
                                .map(quiet -> quiet.finding().rule().id())),
                        names(Stream.concat(
                                unidentified.stream().map(Gap::code),
                                assessments.stream().flatMap(DecisionLog::gaps))),
                        names(cards.stream().map(card -> card.indicator().code())));
    }

    /** A chart was opened, no watched drug was seen in it, and there may be more of it. */
    void quietDespite(Call call, List<Gap> gaps) {
        LOG.atInfo()
                .addKeyValue("event.action", "nothing-to-check")
                .log(
                        "nothing to check hook={} gaps={}",
                        call.hook(),
                        names(gaps.stream().map(Gap::code)));
    }

    /** Only the kind of the failure: messages may quote what they failed on. */
    void failed(Call call, RuntimeException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.atError()
                .addKeyValue("event.action", "check-failed")
                .log(
                        "check failed hook={} kind={} at={}",
                        call.hook(),
                        failure.getClass().getName(),
                        trace.length > 0 ? trace[0] : "unknown");
    }

    private static Stream<String> rules(Assessment assessment) {
        return assessment instanceof Concern concern
                ? concern.findings().stream().map(Finding::rule).map(rule -> rule.id())
                : Stream.empty();
    }

    private static Stream<String> gaps(Assessment assessment) {
        return switch (assessment) {
            case Concern concern -> concern.gaps().stream().map(Gap::code);
            case Assessment.Incomplete incomplete -> incomplete.gaps().stream().map(Gap::code);
            case Assessment.Clear clear -> Stream.empty();
        };
    }

    private static String names(Stream<String> names) {
        return names.distinct().collect(Collectors.joining(",", "[", "]"));
    }
}
