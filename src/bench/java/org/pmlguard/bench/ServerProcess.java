package org.pmlguard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A server in a JVM of its own, reachable from this machine only, which ends with this one at the latest. */
final class ServerProcess implements Server {

    private static final int ATTEMPTS = 2_400;
    private static final int MILLIS_APART = 50;

    private final Process process;
    private final InetSocketAddress address;
    private final Path log;
    private final int share;
    private final Supplier<Stream<ProcessHandle>> helpers;
    private final Meter meter;

    private ServerProcess(Process process, Command command) {
        this.process = process;
        this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), command.port());
        this.log = command.log();
        this.share = command.warmUpShare();
        this.helpers = command.helpers();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        awaitListening();
        this.meter = Meter.of(process.pid());
    }

    /**
     * How to start a server.
     *
     * @param arguments of {@code java}
     * @param port where it will listen
     * @param log where what it says goes; it runs in the directory of that file
     * @param warmUpShare by which the time of the warm-up is divided for it
     * @param helpers the other processes that work for it
     */
    record Command(
            List<String> arguments, int port, Path log, int warmUpShare, Supplier<Stream<ProcessHandle>> helpers) {

        Command {
            arguments = List.copyOf(arguments);
        }

        Command(List<String> arguments, int port, Path log, int warmUpShare) {
            this(arguments, port, log, warmUpShare, Stream::empty);
        }

        ServerProcess started() {
            return new ServerProcess(launched(Path.of(System.getProperty("java.home"), "bin", "java")), this);
        }

        Process launched(Path java) {
            List<String> command = new ArrayList<>(List.of(java.toString()));
            command.addAll(arguments);
            try {
                ProcessBuilder builder = new ProcessBuilder(command);
                // As the image does: with eight arenas for each core native memory is kept, not used.
                builder.environment().put("MALLOC_ARENA_MAX", "2");
                return builder.directory(log.resolveSibling("").toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void awaitListening() {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            if (isListening(address)) {
                return;
            }
            pause();
        }
        process.destroyForcibly();
        throw new IllegalStateException("The server did not start; see " + log);
    }

    static boolean isListening(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(MILLIS_APART);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public Duration warmUp(Duration longest) {
        return longest.dividedBy(share);
    }

    /** Requests, compilation and garbage collection, on all threads of the JVM, and what its helpers did. */
    @Override
    public Usage usage() {
        double micros = Stream.concat(Stream.of(process.toHandle()), helpers.get())
                .flatMap(handle -> handle.info().totalCpuDuration().stream())
                .mapToDouble(cpu -> cpu.toNanos() / 1e3)
                .sum();
        return new Usage(micros, meter.allocatedBytes());
    }

    /** The memory of the machine that the JVM holds, in MB; not a number on a system that does not tell. */
    double residentMegabytes() {
        return residentMegabytes(process);
    }

    static double residentMegabytes(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElse(Double.NaN);
        } catch (IOException e) {
            return Double.NaN;
        }
    }

    @Override
    public void close() {
        meter.close();
        stop(process);
    }

    static void stop(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
