package org.pmlguard.hook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Indicator;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.memory.Recall;
import org.springframework.stereotype.Component;

/**
 * Counts what became of calls. Every label is made here, from our own lists, before the first call: nothing a caller writes
 * can become one.
 */
@Component
class CallCounts {

    /** Where the answer times are cut: around a prescriber's patience and the usual deadline of 450 ms. */
    private static final Duration[] BOUNDS = Stream.of(5, 10, 25, 50, 100, 250, 450, 500, 1_000, 2_500)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Map<String, Map<CallOutcome, Counter>> evaluations;
    private final Map<String, Timer> answers;
    private final Map<Indicator, Counter> cards;
    private final Map<Gap.Cause, Counter> gaps;
    private final Map<String, Counter> rules;
    private final Counter late;
    private final Counter unmapped;
    private final Counter foreign;
    private final Counter chartsShed;
    private final Counter turnedAway;

    CallCounts(MeterRegistry registry, Discovery discovery, Knowledge knowledge) {
        List<Service> services = discovery.services();
        this.evaluations = table(services.stream(), Service::id, service -> outcomes(registry, service));
        this.answers = table(
                services.stream(),
                Service::id,
                service -> Timer.builder("cds.answer")
                        .description("From a call's arrival to its answer")
                        .tag("service", service.id())
                        .serviceLevelObjectives(BOUNDS)
                        .register(registry));
        this.cards = table(
                Stream.of(Indicator.values()),
                one -> one,
                one -> registry.counter("cds.cards", "indicator", one.code()));
        this.gaps = table(
                Stream.of(Gap.Cause.values()),
                one -> one,
                one -> registry.counter("cds.incomplete", "reason", one.code()));
        this.rules = table(
                knowledge.rules().stream(), Rule::id, rule -> registry.counter("cds.rule.findings", "rule", rule.id()));
        this.late = registry.counter("cds.deadline.exceeded");
        this.unmapped = registry.counter("cds.unmapped.medication");
        this.foreign = registry.counter("cds.foreign.resource");
        this.chartsShed = registry.counter("cds.shed", "mode", "chart");
        this.turnedAway = registry.counter("cds.shed", "mode", "early");
    }

    private static Map<CallOutcome, Counter> outcomes(MeterRegistry registry, Service service) {
        return table(
                Stream.of(CallOutcome.values()),
                one -> one,
                one -> registry.counter(
                        "cds.evaluations", "service", service.id(), "hook", service.hook(), "outcome", one.code()));
    }

    private static <T, K, V> Map<K, V> table(Stream<T> all, Function<T, K> key, Function<T, V> value) {
        return all.collect(Collectors.toUnmodifiableMap(key, value));
    }

    /** An answer went out. */
    void answered(Service service, Duration took, boolean isLate) {
        find(answers, service.id()).record(took);
        if (isLate) {
            late.increment();
        }
    }

    /** A call that came before anything was final was turned away, because there were too many. */
    void turnedAway() {
        turnedAway.increment();
    }

    /** A call ended in a way that needs no further look. */
    void ended(Service service, CallOutcome outcome) {
        find(find(evaluations, service.id()), outcome).increment();
    }

    /** Watched drugs were judged. */
    void judged(Service service, List<Recall> recalls, List<Gap> unidentified, List<Card> written) {
        ended(service, CallOutcome.of(recalls, unidentified, written));
        written.forEach(card -> find(cards, card.indicator()).increment());
        recalls.stream()
                .flatMap(recall -> findings(recall.assessment()))
                .forEach(finding -> find(rules, finding.rule().id()).increment());
        unidentified.stream().filter(CallCounts::isUnmapped).forEach(gap -> unmapped.increment());
        Stream.concat(unidentified.stream(), recalls.stream().flatMap(recall -> gaps(recall.assessment())))
                .map(Gap::why)
                .distinct()
                .forEach(this::lacking);
    }

    private void lacking(Gap.Cause cause) {
        find(gaps, cause).increment();
        switch (cause) {
            case WRONG_PATIENT -> foreign.increment();
            case OVERLOADED -> chartsShed.increment();
            default -> {}
        }
    }

    private static boolean isUnmapped(Gap gap) {
        return gap.why() == Gap.Cause.NOT_IDENTIFIED || gap.why() == Gap.Cause.NOT_LOOKED_UP;
    }

    private static Stream<Finding> findings(Assessment assessment) {
        return assessment instanceof Assessment.Concern concern ? concern.findings().stream() : Stream.empty();
    }

    private static Stream<Gap> gaps(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Concern concern -> concern.gaps().stream();
            case Assessment.Incomplete incomplete -> incomplete.gaps().stream();
            case Assessment.Clear clear -> Stream.empty();
        };
    }

    private static <K, V> V find(Map<K, V> table, K key) {
        V found = table.get(key);
        if (found == null) {
            throw new IllegalStateException("not a label");
        }
        return found;
    }
}
