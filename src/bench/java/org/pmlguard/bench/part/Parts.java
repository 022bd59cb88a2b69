package org.pmlguard.bench.part;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.pmlguard.bench.Machine;
import org.pmlguard.bench.Measure;
import org.pmlguard.bench.Numbers;
import org.pmlguard.bench.Row;
import org.pmlguard.bench.Run;
import org.pmlguard.bench.Settings;

/** Runs all JMH benchmarks, briefly, and takes down what they say. */
public final class Parts {

    private static final int WARM_UP = 4;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    /** What the benchmarks are called on the page, where they stand in the sequence of a call. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("PathBenchmark.decode", "1 decode: bytes to a tree"),
            Map.entry("PathBenchmark.recognise", "2 recognise the ordered drug"),
            Map.entry("PathBenchmark.readChart", "3 read the chart"),
            Map.entry("PathBenchmark.assess", "4 assess: all rules"),
            Map.entry("PathBenchmark.writeCards", "5 write the card"),
            Map.entry("PathBenchmark.encode", "6 encode: card to bytes"),
            Map.entry("PathBenchmark.all", "7 all of these"),
            Map.entry("AssessBenchmark.assess", "8 assess a chart of 500 facts"),
            Map.entry("TokenBenchmark.verify", "9 verify a token of"));

    private Parts() {}

    public static List<Row> measured(Settings settings, Machine machine) {
        String method = "JMH; one fork for each; %d rounds warm up; %d count; %d s each; -Xmx512m -XX:+UseSerialGC"
                .formatted(WARM_UP, settings.rounds(), settings.roundTime().toSeconds());
        Run run = Run.now("parts", machine, method);
        return results(settings).stream()
                .sorted(Comparator.comparing(Parts::name))
                .flatMap(result -> rows(run, result))
                .toList();
    }

    private static Collection<RunResult> results(Settings settings) {
        TimeValue time = TimeValue.seconds(settings.roundTime().toSeconds());
        Options options = new OptionsBuilder()
                .include("org\\.pmlguard\\.bench\\.(part|assess)\\..*")
                .forks(1)
                .warmupIterations(WARM_UP)
                .warmupTime(time)
                .measurementIterations(settings.rounds())
                .measurementTime(time)
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                .shouldFailOnError(true)
                .build();
        try {
            return new Runner(options).run();
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(RunResult result) {
        String[] path = result.getParams().getBenchmark().split("\\.", -1);
        String method = path[path.length - 2] + "." + path[path.length - 1];
        String parameters = result.getParams().getParamsKeys().stream()
                .map(result.getParams()::getParam)
                .collect(Collectors.joining(" "));
        return (NAMES.getOrDefault(method, method) + " " + parameters).strip();
    }

    private static Stream<Row> rows(Run run, RunResult result) {
        Row.What what = new Row.What(20, name(result), "JMH");
        return Stream.of(
                numbers(result, iteration -> iteration.getPrimaryResult().getScore())
                        .row(run, what, Measure.TIME),
                numbers(result, Parts::allocatedKilobytes).row(run, what, Measure.TAKEN));
    }

    private static Numbers numbers(RunResult result, ToDoubleFunction<IterationResult> of) {
        return Numbers.of(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(of));
    }

    private static double allocatedKilobytes(IterationResult iteration) {
        return iteration.getSecondaryResults().keySet().stream()
                .filter(key -> key.endsWith(ALLOCATED))
                .mapToDouble(key ->
                        Objects.requireNonNull(iteration.getSecondaryResults().get(key))
                                        .getScore()
                                / 1e3)
                .findFirst()
                .orElse(Double.NaN);
    }
}
