package org.pmlguard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The servers that are compared, each in a JVM of its own. */
final class Servers {

    /** The same for every server, and what the image starts with. */
    static final List<String> HEAP = List.of("-Xms96m", "-Xmx256m");

    /** A ledger that is kept in the heap needs a large one. */
    private static final List<String> LARGE_HEAP = List.of("-Xms6g", "-Xmx6g");

    private static final int BRIEFLY = 10;
    private static final int LESS = 4;
    private static final int FULLY = 1;

    private final Settings settings;

    Servers(Settings settings) throws IOException {
        this.settings = settings;
        Files.createDirectories(settings.directory());
    }

    /** The floor, with the answer in the file. */
    ServerProcess floor(Path answer) {
        List<String> arguments = new ArrayList<>(HEAP);
        // Without it every answer waits for an acknowledgement that the client's kernel delays by 40 ms.
        arguments.add("-Dsun.net.httpserver.nodelay=true");
        return ofOurs(CannedServer.class, arguments, "floor", BRIEFLY, answer.toString());
    }

    /** Spring Boot and Tomcat as PML Guard has them, with the answer in the file and nothing else. */
    ServerProcess boot(Path answer) {
        List<String> arguments = new ArrayList<>(HEAP);
        arguments.addAll(settings.serverOptions());
        return ofOurs(BootServer.class, arguments, "boot", LESS, answer.toString());
    }

    /** A FHIR server with the chart in the file. */
    ServerProcess fhir(Path chart, Duration latency) {
        String millis = Long.toString(latency.toMillis());
        List<String> options = List.of("-Xmx256m", "-Dsun.net.httpserver.nodelay=true");
        return ofOurs(FhirStub.class, options, "fhir-" + millis, BRIEFLY, chart.toString(), millis);
    }

    private ServerProcess ofOurs(Class<?> main, List<String> options, String name, int share, String... further) {
        int port = Ports.free();
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        arguments.add(Integer.toString(port));
        arguments.addAll(List.of(further));
        return new ServerProcess.Command(arguments, port, log(name), share).started();
    }

    /** PML Guard as it is shipped: its ledger in an H2 file. */
    ServerProcess durable() throws IOException {
        return pmlGuard("pml-guard", HEAP, List.of("--pmlguard.ledger.url=" + newLedger(settings.directory())));
    }

    /** An empty one: what an earlier run left is not this run's to carry. */
    static String newLedger(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve("ledger.mv.db"));
        return "jdbc:h2:file:" + directory.resolve("ledger");
    }

    /** The same with a ledger that is nowhere but in its memory. */
    ServerProcess inMemory(String name, String... further) {
        List<String> options = new ArrayList<>(List.of("--pmlguard.ledger.url=jdbc:h2:mem:bench"));
        options.addAll(List.of(further));
        return pmlGuard(name, LARGE_HEAP, options);
    }

    /** The same on PostgreSQL, whose processes work for it. */
    ServerProcess on(Postgres postgres) {
        int port = Ports.free();
        List<String> arguments = arguments(HEAP, port, postgres.settings());
        return new ServerProcess.Command(arguments, port, log("pml-guard-postgresql"), FULLY, postgres::processes)
                .started();
    }

    private ServerProcess pmlGuard(String name, List<String> heap, List<String> options) {
        int port = Ports.free();
        return new ServerProcess.Command(arguments(heap, port, options), port, log(name), FULLY).started();
    }

    private List<String> arguments(List<String> heap, int port, List<String> options) {
        List<String> arguments = new ArrayList<>(heap);
        arguments.addAll(settings.serverOptions());
        arguments.addAll(List.of("-jar", settings.jar().toString()));
        arguments.addAll(ways(port));
        arguments.addAll(options);
        return arguments;
    }

    /** Default settings, but without an invented past, which is no part of a call, and with every call answered in full. */
    static List<String> ways(int port) {
        return List.of(
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--management.server.port=0",
                "--pmlguard.overload.calls=10000",
                "--pmlguard.demo.history=false");
    }

    private Path log(String name) {
        return settings.directory().resolve(name + ".log");
    }
}
