package org.pmlguard.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A replay of a large export in a virtual machine of its own with 1 GB of heap. How long it took goes to
 * {@code target/replay-million.txt}.
 */
@Tag("proof")
class MillionTest {

    private static final long SEED = 20_261_121;

    @TempDir
    private Path root;

    private record Ended(int exit, String said, Duration took) {}

    private Ended replay(Path export, Path report) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.pmlguard.PmlGuard",
                        ReplayCommand.NAME,
                        export.toString(),
                        "--report",
                        report.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), said, Duration.ofNanos(System.nanoTime() - start));
    }

    @Test
    void aMillionResourcesPassThroughOneGigabyte() throws IOException, InterruptedException {
        int resources = Integer.getInteger("replay.resources", 1_000_000);
        Path export = Files.createDirectory(root.resolve("export"));
        Population population = new Population(SEED, resources);
        population.write(export);
        Ended ended = replay(export, root.resolve("report"));
        String errors = Files.readString(root.resolve("report").resolve(Output.ERRORS));
        String told = population.lines() + " lines, " + size(export) / 1_000_000 + " MB, " + population.spoiled()
                + " spoiled: " + ended.took().toSeconds() + " s\n" + ended.said();
        Files.writeString(Path.of("target", "replay-million.txt"), told);
        assertThat(ended.exit()).as(told).isEqualTo(ReplayCommand.DONE_WITH_GAPS);
        assertThat(ended.said()).startsWith(population.orders() + " drug orders");
        assertThat(errors.lines().skip(1)).hasSize((int) population.spoiled());
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
