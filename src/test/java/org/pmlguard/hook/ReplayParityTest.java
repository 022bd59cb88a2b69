package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pmlguard.replay.ReplayCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The same orders, over HTTP and from files, give the same findings, facts, gaps and words. */
class ReplayParityTest extends ServerTest {

    private static final Map<String, String> DRUGS = Map.of(
            "603541", "natalizumab",
            "1373491", "dimethyl fumarate",
            "1657862", "rituximab",
            "1012895", "fingolimod");

    @TempDir
    private Path folder;

    /** What is said to an order: each card by its indicator, first line and everything that led to it. */
    private static List<String> said(JsonNode cards, String trace) {
        return cards.valueStream()
                .map(card -> card.path("indicator").asString() + " "
                        + card.path("summary").asString() + " " + card.at(trace))
                .toList();
    }

    private List<String> overHttp(String service, JsonNode call) {
        return said(cards(service, call), "/extension/org.pmlguard.assessment");
    }

    private List<JsonNode> replayed(Path input, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(ReplayCommand.NAME, input.toString(), "--findings"));
        arguments.addAll(List.of("--report", folder.resolve("report").toString()));
        arguments.addAll(List.of(more));
        PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
        int exit = new ReplayCommand(nowhere, nowhere, Clock.systemUTC(), false).run(arguments.toArray(String[]::new));
        assertThat(exit).isEqualTo(ReplayCommand.DONE);
        return Files.readAllLines(folder.resolve("report/findings.ndjson")).stream()
                .map(Requests.JSON::readTree)
                .toList();
    }

    /** By the orders that were signed over HTTP too; an export holds earlier ones, which are orders of their own day. */
    private static Map<String, List<String>> byOrder(List<JsonNode> findings) {
        Map<String, List<String>> said = new TreeMap<>();
        findings.stream()
                .filter(line -> line.path("order").asString().startsWith("MedicationRequest/order-"))
                .filter(line -> !line.path("cards").isEmpty())
                .forEach(line -> said.put(line.path("order").asString(), said(line.path("cards"), "/assessment")));
        return said;
    }

    private static List<PastPatient> patients() {
        Stream<PastPatient> named = NamedPatient.all()
                .flatMap(name -> DRUGS.entrySet().stream()
                        .map(drug -> PastPatient.named(TODAY, name, drug.getKey(), drug.getValue())));
        return Stream.concat(named, LongStream.range(0, 120).mapToObj(seed -> PastPatient.random(TODAY, seed)))
                .toList();
    }

    private Map<String, List<String>> overHttp(List<PastPatient> patients) {
        Map<String, List<String>> said = new TreeMap<>();
        for (PastPatient patient : patients) {
            List<String> cards = overHttp("pml-order-sign", patient.call());
            if (!cards.isEmpty()) {
                said.put("MedicationRequest/" + patient.order().path("id").asString(), cards);
            }
        }
        return said;
    }

    @Test
    void everyExampleRequestIsAnsweredAsOverHttp() throws IOException {
        List<String> lines = new ArrayList<>();
        List<List<String>> expected = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("hooks"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".request.json"))
                    .sorted()
                    .toList()) {
                JsonNode call = Requests.JSON.readTree(Files.readString(file));
                lines.add(call.toString());
                expected.add(overHttp(file.getName(1).toString(), call));
            }
        }
        Path orders = Files.write(folder.resolve("orders.ndjson"), lines);
        List<List<String>> replayed = replayed(orders, "--day", TODAY.toString()).stream()
                .map(line -> said(line.path("cards"), "/assessment"))
                .filter(cards -> !cards.isEmpty())
                .toList();
        assertThat(replayed)
                .isEqualTo(expected.stream().filter(cards -> !cards.isEmpty()).toList())
                .hasSizeGreaterThan(15);
    }

    @Test
    void ordersAreAnsweredAlikeOverHttpAsRequestsAndFromAnExport() throws IOException {
        List<PastPatient> patients = patients();
        Map<String, List<String>> expected = overHttp(patients);
        assertThat(expected).hasSizeGreaterThan(80);

        Path orders = Files.write(
                folder.resolve("orders.ndjson"),
                patients.stream().map(patient -> patient.call().toString()).toList());
        assertThat(byOrder(replayed(orders))).isEqualTo(expected);

        Path export = Files.createDirectory(folder.resolve("export"));
        export(patients, export);
        assertThat(byOrder(replayed(export, "--exported", String.join(",", PastPatient.TYPES))))
                .isEqualTo(expected);
    }

    /** By type, not by patient; one of the files is packed. */
    private static void export(List<PastPatient> patients, Path export) throws IOException {
        Map<String, List<String>> byType = new TreeMap<>();
        patients.forEach(patient -> patient.exported()
                .forEach(row -> byType.computeIfAbsent(row.path("resourceType").asString(), type -> new ArrayList<>())
                        .add(row.toString())));
        for (var type : byType.entrySet()) {
            String lines = String.join("\n", type.getValue());
            if (type.getKey().equals("Observation")) {
                try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(export.resolve("2.ndjson.gz")))) {
                    packed.write(lines.getBytes(StandardCharsets.UTF_8));
                }
            } else {
                Files.writeString(export.resolve(type.getKey() + ".000.ndjson"), lines);
            }
        }
    }

    @Test
    void whatTheExportLeavesOutIsNotTakenForNone() throws IOException {
        PastPatient patient = PastPatient.named(TODAY, "emma-stable", "603541", "natalizumab");
        ObjectNode call = patient.call();
        ((ObjectNode) call.path("prefetch")).remove("procedures");
        ((ObjectNode) call.path("prefetch")).remove("medicationStatements");
        Path export = Files.createDirectory(folder.resolve("export"));
        export(List.of(patient), export);
        assertThat(byOrder(replayed(export, "--exported", "Condition,MedicationAdministration,Observation")))
                .containsValue(overHttp("pml-order-sign", call))
                .hasSize(1);
    }
}
