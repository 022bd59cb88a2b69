package org.pmlguard.bench.assess;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.pmlguard.clinical.Chart;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;
import org.pmlguard.risk.OrderedDrug;

/** One order of natalizumab held against a chart of 500 facts, by all shipped rules, with the heap that the image has. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 6, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 3,
        jvmArgsAppend = {"-Xms256m", "-Xmx256m", "-XX:+UseSerialGC"})
public class AssessBenchmark {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Knowledge knowledge = PackLoader.shipped();
    private final Assessor assessor = new Assessor(knowledge);
    private final Chart chart = LargeChart.on(TODAY);
    private final List<OrderedDrug> ordered = List.of(LargeChart.order(knowledge));

    @Benchmark
    public List<Assessment> assess() {
        return assessor.assess(ordered, chart, TODAY);
    }
}
