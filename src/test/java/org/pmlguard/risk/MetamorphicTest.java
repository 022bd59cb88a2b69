package org.pmlguard.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.LabValue.Measured;
import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;

/** What must hold for every chart, tried on ten thousand each; a failure names its seed. */
class MetamorphicTest {

    private static final int CASES = 10_000;
    private static final Knowledge KNOWLEDGE = PackLoader.shipped();

    private interface Property {
        void hold(RandomCharts charts, Order order, Chart chart, Answer before);
    }

    private static void forAll(Property property) {
        for (long seed = 1; seed <= CASES; seed++) {
            RandomCharts charts = new RandomCharts(seed);
            Order order = charts.order();
            Chart chart = charts.chart();
            try {
                property.hold(charts, order, chart, answer(order, chart));
            } catch (AssertionError failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private static Answer answer(Order order, Chart chart) {
        return Answer.to(order, chart, RandomCharts.TODAY, KNOWLEDGE);
    }

    @Test
    void whatIsUnrelatedChangesNothing() {
        forAll((charts, order, chart, before) ->
                assertThat(answer(order, charts.withUnrelated(chart))).isEqualTo(before));
    }

    @Test
    void theSequenceOfTheRecordChangesNothing() {
        forAll((charts, order, chart, before) -> {
            Answer after = answer(order, charts.shuffled(chart));
            assertThat(after.indicator()).isEqualTo(before.indicator());
            assertThat(after.rules()).isEqualTo(before.rules());
        });
    }

    @Test
    void aHigherJcvIndexNeverLowersTheIndicator() {
        forAll((charts, order, chart, before) -> {
            Chart higher = withLabs(chart, higherIndex(chart));
            assertThat(answer(order, higher).rank())
                    .as("from %s by %s", before.indicator(), before.rules())
                    .isGreaterThanOrEqualTo(before.rank());
        });
    }

    @Test
    void whatCannotBeReadNeverTurnsAConcernIntoSilence() {
        forAll((charts, order, chart, before) -> {
            Answer after = answer(order, charts.unread(chart));
            if (!before.indicator().equals("none")) {
                assertThat(after.indicator()).isNotEqualTo("none");
            }
            if (after.rank() < before.rank()) {
                assertThat(after.gaps()).isNotEmpty();
            }
        });
    }

    @Test
    void anotherUnitChangesNothing() {
        forAll((charts, order, chart, before) -> {
            Answer after = answer(order, withLabs(chart, MetamorphicTest::inCells));
            assertThat(after.indicator()).isEqualTo(before.indicator());
            assertThat(after.rules()).isEqualTo(before.rules());
        });
    }

    private static Chart withLabs(Chart chart, UnaryOperator<LabResult> change) {
        List<LabResult> labs =
                chart.labs().found().orElseThrow().stream().map(change).toList();
        return new Chart(chart.diagnoses(), chart.medications(), Known.read(labs), chart.procedures());
    }

    /**
     * Positives rise, and so does everything where nothing was positive. A negative that follows a positive is left alone: as
     * long as it is negative the earlier, higher index counts, and the first new positive replaces it.
     */
    private static UnaryOperator<LabResult> higherIndex(Chart chart) {
        boolean noPositive = chart.labs().found().orElseThrow().stream().noneMatch(MetamorphicTest::isPositive);
        return lab -> isIndex(lab) && (noPositive || isPositive(lab)) ? raised(lab) : lab;
    }

    private static boolean isIndex(LabResult lab) {
        return lab.test().text().contains("JCV");
    }

    private static boolean isPositive(LabResult lab) {
        return isIndex(lab)
                && lab.taken().isPresent()
                && lab.value() instanceof Measured measured
                && measured.number().compareTo(new BigDecimal("0.40")) > 0;
    }

    private static LabResult raised(LabResult lab) {
        return lab.value() instanceof Measured measured
                ? with(
                        lab,
                        new Measured(measured.comparator(), measured.number().add(new BigDecimal("0.35")), "index"))
                : lab;
    }

    private static LabResult inCells(LabResult lab) {
        return lab.value() instanceof Measured measured && measured.unit().equals("10*9/L")
                ? with(
                        lab,
                        new Measured(measured.comparator(), measured.number().movePointRight(3), "cells/uL"))
                : lab;
    }

    private static LabResult with(LabResult lab, LabValue value) {
        return new LabResult(lab.test(), value, lab.taken(), lab.reference());
    }
}
