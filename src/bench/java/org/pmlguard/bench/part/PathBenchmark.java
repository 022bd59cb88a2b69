package org.pmlguard.bench.part;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.clinical.Chart;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.PatientRecord;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.risk.Assessment;

/** A call of 20 kB about a watched drug with its whole chart, step by step and all at once. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PathBenchmark {

    private final Path path = new Path(LocalDate.now(Clock.system(ZoneId.systemDefault())));
    private final byte[] body = path.body();
    private final Call call = path.decode(body);
    private final Recognised recognised = path.recognise(call);
    private final PatientRecord record = path.open(call);
    private final Chart chart = record.chart();
    private final FhirVersion version = record.version();
    private final List<Assessment> assessments = path.assess(recognised, chart);
    private final List<Card> cards = path.write(assessments, version);

    /** Bytes to the tree of the call. */
    @Benchmark
    public Call decode() {
        return path.decode(body);
    }

    /** The draft order, and whether it is one of our drugs. */
    @Benchmark
    public Recognised recognise() {
        return path.recognise(call);
    }

    /** The prefetched bundles to the chart. */
    @Benchmark
    public Chart readChart() {
        return path.open(call).chart();
    }

    /** All rules over the chart. */
    @Benchmark
    public List<Assessment> assess() {
        return path.assess(recognised, chart);
    }

    /** The card of what was found. */
    @Benchmark
    public List<Card> writeCards() {
        return path.write(assessments, version);
    }

    /** The card as bytes. */
    @Benchmark
    public byte[] encode() {
        return path.answer(cards);
    }

    /** From bytes to bytes. */
    @Benchmark
    public byte[] all() {
        Call read = path.decode(body);
        Recognised ours = path.recognise(read);
        PatientRecord opened = path.open(read);
        return path.answer(path.write(path.assess(ours, opened.chart()), opened.version()));
    }
}
