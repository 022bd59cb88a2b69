package org.pmlguard.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue.Measured;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.memory.HoldingTimes;
import org.pmlguard.risk.memory.Memory;
import org.pmlguard.risk.memory.PastAnswer;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.risk.memory.RiskInputs;

/**
 * Over charts nobody would think of: an answer to every rule, then a change or none, then the question what is quiet. What
 * changed is told here from the facts themselves and not by the code under test.
 */
class QuietnessTest {

    private static final int CASES = 10_000;
    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final Memory MEMORY =
            new Memory(new HoldingTimes(Map.of(), Period.ofYears(50)), KNOWLEDGE.edition());
    private static final Set<String> DRUGS = Set.of("other", "recent", "agents", "current", "prior", "steroid");

    /** What a trial did, so that the test can tell that it tried something. */
    private static final class Tally {
        private int quiet;
        private int changed;
        private int floor;
        private int unread;
    }

    private record Moment(Chart chart, LocalDate day) {}

    @Test
    void noFloorFindingAndNoChangedInputIsEverSilenced() {
        Tally tally = new Tally();
        for (long seed = 1; seed <= CASES; seed++) {
            try {
                one(seed, tally);
            } catch (AssertionError failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
        assertThat(tally.quiet).as("trials in which something was quiet").isGreaterThan(300);
        assertThat(tally.changed).as("trials in which an input changed").isGreaterThan(1000);
        assertThat(tally.floor).as("trials with a floor finding").isGreaterThan(100);
        assertThat(tally.unread).as("trials with an unread section").isGreaterThan(100);
    }

    private static void one(long seed, Tally tally) {
        RandomCharts charts = new RandomCharts(seed);
        Random random = new Random(seed);
        Order order = charts.order();
        Moment before = new Moment(charts.chart(), RandomCharts.TODAY);
        Moment after = changed(before, charts, random);
        List<Concern> then = concerns(order, before);
        for (Concern now : concerns(order, after)) {
            then.stream()
                    .filter(one -> one.ordered().drug().equals(now.ordered().drug()))
                    .forEach(one -> check(one, now, after.day(), tally));
        }
    }

    /** Nothing, a day more, results, diseases or drugs of another chart, a higher index, or a section that is not read. */
    private static Moment changed(Moment before, RandomCharts charts, Random random) {
        Chart chart = before.chart();
        Chart other = charts.chart();
        return switch (random.nextInt(7)) {
            case 0 -> before;
            case 1 -> new Moment(chart, before.day().plusDays(random.nextInt(500)));
            case 2 ->
                new Moment(
                        new Chart(
                                chart.diagnoses(),
                                chart.medications(),
                                more(chart.labs(), other.labs()),
                                chart.procedures()),
                        before.day());
            case 3 ->
                new Moment(
                        new Chart(
                                more(chart.diagnoses(), other.diagnoses()),
                                chart.medications(),
                                chart.labs(),
                                chart.procedures()),
                        before.day());
            case 4 ->
                new Moment(
                        new Chart(
                                chart.diagnoses(),
                                more(chart.medications(), other.medications()),
                                chart.labs(),
                                chart.procedures()),
                        before.day());
            case 5 -> new Moment(raised(chart), before.day());
            default -> new Moment(charts.unread(chart), before.day());
        };
    }

    private static <T> Known<List<T>> more(Known<List<T>> some, Known<List<T>> others) {
        List<T> all = new ArrayList<>(some.found().orElseThrow());
        all.addAll(others.found().orElseThrow());
        return Known.read(all);
    }

    private static Chart raised(Chart chart) {
        List<LabResult> labs = chart.labs().found().orElseThrow().stream()
                .map(QuietnessTest::raised)
                .toList();
        return new Chart(chart.diagnoses(), chart.medications(), Known.read(labs), chart.procedures());
    }

    private static LabResult raised(LabResult lab) {
        return lab.value() instanceof Measured measured
                ? new LabResult(
                        lab.test(),
                        new Measured(
                                measured.comparator(), measured.number().add(new BigDecimal("0.01")), measured.unit()),
                        lab.taken(),
                        lab.reference())
                : lab;
    }

    private static List<Concern> concerns(Order order, Moment moment) {
        Product product = order.product().found().orElseThrow();
        List<OrderedDrug> ordered = OrderedDrug.in(order, KNOWLEDGE.drugs().recognise(product));
        return new Assessor(KNOWLEDGE)
                .assess(ordered, moment.chart(), moment.day()).stream()
                        .filter(Concern.class::isInstance)
                        .map(Concern.class::cast)
                        .toList();
    }

    /** Every rule was answered, even where it offered no reason: the worst case for what must not be quiet. */
    private static void check(Concern then, Concern now, LocalDate today, Tally tally) {
        PastAnswer answer = new PastAnswer(
                "c0ffee00-0000-4000-8000-000000000000",
                "any",
                "any",
                RandomCharts.TODAY,
                then.findings().stream().map(finding -> finding.rule().id()).collect(Collectors.toSet()),
                RiskInputs.of(then, KNOWLEDGE.edition()));
        Recall recall = MEMORY.recall(now, List.of(answer), today);
        boolean changed = !essence(then).equals(essence(now));
        boolean unread = now.gaps().stream().anyMatch(gap -> gap.why() == Gap.Cause.TIMED_OUT);
        tally.changed += changed ? 1 : 0;
        tally.unread += unread ? 1 : 0;
        tally.quiet += recall.quiet().isEmpty() ? 0 : 1;
        assertThat(recall.quiet())
                .allSatisfy(quiet -> assertThat(quiet.finding().rule().floor()).isFalse());
        assertThat(said(recall)).containsAll(floor(now));
        tally.floor += floor(now).isEmpty() ? 0 : 1;
        if (changed || unread) {
            assertThat(recall.quiet()).isEmpty();
            assertThat(said(recall)).isEqualTo(rules(now));
        } else if (now.gaps().isEmpty()) {
            assertThat(said(recall)).isEqualTo(floor(now));
        }
    }

    private static List<String> said(Recall recall) {
        return recall.said().map(said -> rules((Concern) said)).orElse(List.of());
    }

    private static List<String> rules(Concern concern) {
        return concern.findings().stream().map(finding -> finding.rule().id()).toList();
    }

    private static List<String> floor(Concern concern) {
        return concern.findings().stream()
                .filter(finding -> finding.rule().floor())
                .map(finding -> finding.rule().id())
                .toList();
    }

    /** Rules, urgency, and everything on the card but what runs on by itself. */
    private static Set<String> essence(Concern concern) {
        Set<String> essence = new TreeSet<>();
        for (Finding finding : concern.findings()) {
            essence.add(finding.rule().id() + finding.level().when());
            finding.facts().stream().flatMap(fact -> essence(fact).stream()).forEach(essence::add);
        }
        return essence;
    }

    private static Optional<String> essence(Fact fact) {
        if (fact.name().equals("doses")) {
            return Optional.empty();
        }
        if (fact.name().equals("exposure")) {
            return Optional.of("year " + Math.min(6, Integer.parseInt(fact.value()) / 12));
        }
        if (DRUGS.contains(fact.name())) {
            return Optional.of(fact.label() + fact.value());
        }
        String value = fact.name().equals("jcv-age") ? "" : fact.value();
        return Optional.of(fact.label() + value + fact.unit() + fact.date());
    }
}
