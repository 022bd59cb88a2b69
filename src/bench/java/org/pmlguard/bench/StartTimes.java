package org.pmlguard.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** How long it takes from the command to the first card, of the jar and of the parts of the image with their AOT cache. */
final class StartTimes {

    static final String JAR = "java -jar";
    static final String IMAGE = "parts of the image with AOT cache";
    static final String REQUEST = "from the command to the first card";

    private static final long AFTER_MILLIS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final int PATIENCE_SECONDS = 60;

    private final Settings settings;
    private final Case first;

    StartTimes(Settings settings, Case first) {
        this.settings = settings;
        this.first = first;
    }

    /** What a start took, and how much memory it holds then. */
    private record Start(double seconds, double megabytes) {}

    private record Way(String name, Path java, Path directory, List<String> arguments) {}

    /** All ways take turns; the first turn does not count. */
    List<Row> measured(Run run) throws IOException {
        Map<Way, List<Start>> starts = new LinkedHashMap<>();
        List<Way> ways = List.of(jar(), image());
        for (int turn = 0; turn <= settings.starts(); turn++) {
            for (Way way : ways) {
                Start start = start(way);
                System.out.printf(
                        "start %d %-36s %6.2f s %5.0f MB%n", turn, way.name(), start.seconds(), start.megabytes());
                if (turn > 0) {
                    starts.computeIfAbsent(way, one -> new ArrayList<>()).add(start);
                }
            }
        }
        return ways.stream()
                .flatMap(way -> rows(run, way, Objects.requireNonNull(starts.get(way))))
                .toList();
    }

    private Stream<Row> rows(Run run, Way way, List<Start> starts) {
        Row.What what = new Row.What(first.kilobytes(), REQUEST, way.name());
        return Stream.of(
                Numbers.of(starts.stream().mapToDouble(Start::seconds)).row(run, what, Measure.FIRST_CARD),
                Numbers.of(starts.stream().mapToDouble(Start::megabytes)).row(run, what, Measure.RESIDENT));
    }

    private Way jar() throws IOException {
        Path directory = Files.createDirectories(settings.directory().resolve("start"));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new Way(JAR, java, directory, List.of("-jar", settings.jar().toString()));
    }

    /** Made by the script that makes the image's, with the JDK that runs this. */
    private Way image() throws IOException {
        Path image = settings.directory().resolve("image");
        run(List.of("rm", "-rf", image.toString()));
        Files.createDirectories(image);
        Path java = image.resolve("java");
        Path app = image.resolve("app");
        run(List.of("sh", settings.assembly().toString(), settings.jar().toString(), java.toString(), app.toString()));
        String cache = "-XX:AOTCache=" + app.resolve("pml-guard.aot");
        return new Way(IMAGE, java.resolve("bin").resolve("java"), app, List.of(cache, "-jar", "pml-guard.jar"));
    }

    private void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("REHEARSAL_PORT", Integer.toString(Ports.free()));
        try {
            int code = builder.start().waitFor();
            if (code != 0) {
                throw new IOException(command + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Start start(Way way) throws IOException {
        int port = Ports.free();
        List<String> arguments = new ArrayList<>(List.of("-Xmx256m"));
        arguments.addAll(settings.serverOptions());
        arguments.addAll(way.arguments());
        arguments.addAll(Servers.ways(port));
        arguments.add("--pmlguard.ledger.url=" + Servers.newLedger(way.directory()));
        long begin = System.nanoTime();
        Process process = new ServerProcess.Command(
                        arguments, port, way.directory().resolve("start.log"), 1)
                .launched(way.java());
        try {
            awaitListening(process, port);
            Subject.answer(
                    first,
                    new Server.Elsewhere(URI.create("http://127.0.0.1:" + port + "/cds-services/pml-order-sign")));
            return new Start((System.nanoTime() - begin) / 1e9, ServerProcess.residentMegabytes(process));
        } finally {
            ServerProcess.stop(process);
        }
    }

    private static void awaitListening(Process process, int port) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        long last = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!ServerProcess.isListening(address)) {
            if (!process.isAlive() || System.nanoTime() - last > 0) {
                throw new IllegalStateException("The server did not start");
            }
            LockSupport.parkNanos(AFTER_MILLIS);
        }
    }
}
