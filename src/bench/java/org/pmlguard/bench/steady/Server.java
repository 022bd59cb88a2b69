package org.pmlguard.bench.steady;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The packaged server in a JVM of its own, and what can be seen of it from outside. */
record Server(Process process, InetSocketAddress address, Path directory) implements AutoCloseable {

    private static final int ATTEMPTS = 600;
    private static final int MILLIS_APART = 100;

    /**
     * Starts it with an empty ledger.
     *
     * @param before what stands before java on the command line: {@code taskset -c 0}
     * @param options of the JVM
     * @param settings of the server, {@code --name=value}
     */
    static Server start(
            List<String> before, List<String> options, Path jar, Path directory, int port, List<String> settings)
            throws IOException {
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve("ledger.mv.db"));
        return launched(before, options, jar, directory, port, settings);
    }

    /** Starts it on the ledger that is there. */
    static Server again(List<String> options, Path jar, Path directory, int port) throws IOException {
        return launched(List.of(), options, jar, directory, port, List.of());
    }

    private static Server launched(
            List<String> before, List<String> options, Path jar, Path directory, int port, List<String> settings)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--management.server.port=-1"));
        command.addAll(List.of("--pmlguard.demo.history=false", "--pmlguard.ledger.url=jdbc:h2:file:./ledger"));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("server.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new Server(process, new InetSocketAddress(InetAddress.getLoopbackAddress(), port), directory).awaited();
    }

    private Server awaited() {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            if (isListening()) {
                return this;
            }
            Pause.of(Duration.ofMillis(MILLIS_APART));
        }
        close();
        throw new IllegalStateException("The server did not start; see " + directory);
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** All that the process has used so far, on all its threads. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    /** What the collector lays over gaps that it does not close: no object of the server. */
    private static final String FILLER = "jdk.internal.vm.FillerElement";

    /** The serial collector closes all gaps in each fourth, and what is held by a reference to be cleared lives one longer. */
    private static final int COLLECTIONS = 4;

    /** What its heap holds that is still used, after full collections. */
    Living living() throws IOException {
        for (int i = 0; i < COLLECTIONS; i++) {
            jcmd("GC.run");
        }
        String histogram = jcmd("GC.class_histogram");
        long live =
                bytes(histogram, line -> line.startsWith("Total")) - bytes(histogram, line -> line.contains(FILLER));
        return new Living(live, files(), status("Threads:"), status("VmRSS:") / 1024, ledger());
    }

    /** What stands in the third column of some lines of a histogram. */
    private static long bytes(String histogram, Predicate<String> wanted) {
        return histogram
                .lines()
                .filter(wanted)
                .map(line -> line.strip().split("\\s+", -1))
                .mapToLong(words -> Long.parseLong(words[2]))
                .sum();
    }

    /** What a server holds at one time: bytes of its heap, open files, threads of the system, MB in memory, bytes of its ledger. */
    record Living(long heap, long files, long threads, long megabytes, long ledger) {}

    private String jcmd(String command) throws IOException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private long files() throws IOException {
        try (Stream<Path> open = Files.list(proc("fd"))) {
            return open.count();
        }
    }

    private long status(String name) throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow();
    }

    private Path proc(String name) {
        return Path.of("/proc", Long.toString(process.pid()), name);
    }

    private long ledger() throws IOException {
        Path file = directory.resolve("ledger.mv.db");
        return Files.exists(file) ? Files.size(file) : 0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(40, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
