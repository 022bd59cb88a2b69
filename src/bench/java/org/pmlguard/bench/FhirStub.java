package org.pmlguard.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** A FHIR server that has the same chart for everybody, and takes as long as it was told to find it. */
final class FhirStub {

    /** The size of the chart. */
    static final int KILOBYTES = 20;

    private static final String NOBODY = "bench-0000000";
    private static final Pattern PATIENT = Pattern.compile("[?&]patient=([^&]+)");

    private final Map<String, String> searches;
    private final Duration latency;

    private FhirStub(Map<String, String> searches, Duration latency) {
        this.searches = searches;
        this.latency = latency;
    }

    /**
     * One that runs.
     *
     * @param base the address of it that EHRs send along
     * @param latency what it waits before each answer
     */
    record Running(ServerProcess process, String base, Duration latency) {}

    /** Runs until it is killed, on the given port, with the charts in the given file, after so many milliseconds. */
    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(arguments[0]);
        FhirStub stub = new FhirStub(
                read(Files.readString(Path.of(arguments[1]))), Duration.ofMillis(Long.parseLong(arguments[2])));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", stub::answer);
        server.start();
    }

    /** What {@link #main} reads: one search set for each type. */
    static String chart(LocalDate today) {
        ObjectNode prefetch = OrderSign.grown(KILOBYTES * 1000, today).toJson();
        ObjectNode byType = Json.object("{}");
        prefetch.forEachEntry((key, bundle) -> byType.set(type(key), bundle));
        return byType.toString();
    }

    /** The resource that a prefetch key of ours asks for. */
    private static String type(String key) {
        return switch (key) {
            case "conditions" -> "Condition";
            case "labs" -> "Observation";
            case "medicationRequests" -> "MedicationRequest";
            case "medicationStatements" -> "MedicationStatement";
            case "medicationAdministrations" -> "MedicationAdministration";
            case "procedures" -> "Procedure";
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static Map<String, String> read(String chart) {
        return Json.read(chart)
                .propertyStream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, bundle -> bundle.getValue().toString()));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            pause();
            byte[] found = found(exchange.getRequestURI().toString()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/fhir+json");
            exchange.sendResponseHeaders(200, found.length);
            try (OutputStream body = exchange.getResponseBody()) {
                body.write(found);
            }
        }
    }

    private String found(String question) {
        String type = question.substring(question.lastIndexOf('/', question.indexOf('?')) + 1, question.indexOf('?'));
        Matcher patient = PATIENT.matcher(question);
        String search = searches.get(type);
        if (search == null || !patient.find()) {
            throw new IllegalArgumentException(question);
        }
        return search.replace(NOBODY, patient.group(1));
    }

    private void pause() {
        try {
            Thread.sleep(latency);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
