package org.pmlguard.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own, reachable from this machine only, which ends with this one at the latest. */
record ServerProcess(Process process, InetSocketAddress address, Path log) implements AutoCloseable {

    /** The same for every server, and within what the server is meant to run in. */
    private static final List<String> HEAP = List.of("-Xms256m", "-Xmx256m");

    private static final int ATTEMPTS = 300;
    private static final int MILLIS_APART = 100;

    /** The floor, with the answer in the file. */
    static ServerProcess canned(Path answer, Path directory) {
        int port = freePort();
        List<String> command = new ArrayList<>(HEAP);
        // Without it every answer waits for an acknowledgement that the client's kernel delays by 40 ms.
        command.add("-Dsun.net.httpserver.nodelay=true");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), CannedServer.class.getName()));
        command.addAll(List.of(Integer.toString(port), answer.toString()));
        return start(command, port, directory.resolve("floor.log"));
    }

    /** Where PML Guard keeps what it decides. */
    enum Ledger {
        IN_A_FILE("pml-guard"),
        IN_MEMORY("pml-guard-memory");

        private final String name;

        Ledger(String name) {
            this.name = name;
        }

        /** An empty one: what an earlier run left is not this run's to carry. */
        private String url(Path directory) throws IOException {
            if (this == IN_MEMORY) {
                return "jdbc:h2:mem:bench";
            }
            Files.deleteIfExists(directory.resolve("ledger.mv.db"));
            return "jdbc:h2:file:" + directory.resolve("ledger");
        }
    }

    /** PML Guard as it is shipped, with its default settings but without an invented past, which is no part of a call. */
    static ServerProcess pmlGuard(Settings settings, Path directory, Ledger ledger) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(HEAP);
        command.addAll(settings.serverOptions());
        command.addAll(List.of("-jar", settings.jar().toString()));
        command.addAll(List.of("--server.address=127.0.0.1", "--server.port=" + port, "--management.server.port=0"));
        command.addAll(List.of("--pmlguard.demo.history=false", "--pmlguard.ledger.url=" + ledger.url(directory)));
        return start(command, port, directory.resolve(ledger.name + ".log"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerProcess start(List<String> arguments, int port, Path log) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        ServerProcess server = new ServerProcess(launch(command, log), address, log);
        Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroy));
        return server.awaited();
    }

    /** In a directory of its own, where it finds no configuration that lies about. */
    private static Process launch(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .directory(log.resolveSibling("").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerProcess awaited() {
        for (int attempt = 0; attempt < ATTEMPTS && process.isAlive(); attempt++) {
            if (isListening()) {
                return this;
            }
            pause();
        }
        close();
        throw new IllegalStateException("The server did not start; see " + log);
    }

    private boolean isListening() {
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

    /** All that the JVM has used so far: requests, compilation and garbage collection, on all its threads. */
    Duration cpu() {
        return process.toHandle().info().totalCpuDuration().orElseThrow();
    }

    @Override
    public void close() {
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
