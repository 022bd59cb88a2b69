package org.pmlguard.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pmlguard.replay.Export.condition;
import static org.pmlguard.replay.Export.index;
import static org.pmlguard.replay.Export.natalizumab;
import static org.pmlguard.replay.Export.order;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Past orders, answered again. */
class ReplayTest {

    private static final String PML = "Progressive multifocal leukoencephalopathy";

    @TempDir
    private Path root;

    private Export export;

    @BeforeEach
    void empty() {
        export = new Export(root);
    }

    /** The rules that spoke on each order, in the sequence of the findings. */
    private static List<String> spoke(Export.Run run) {
        return run.file("findings.ndjson")
                .lines()
                .map(line -> line.replaceAll(".*\"order\":\"MedicationRequest/([^\"]*)\".*", "$1")
                        + (line.contains("\"PML-001\"") ? " past PML" : ""))
                .toList();
    }

    @Test
    void anOrderSeesWhatWasKnownThenAndNothingLater() throws IOException {
        export.file(
                        "a.ndjson",
                        natalizumab("before", "p", "2025-01-10"),
                        natalizumab("same-day", "p", "2025-02-01"),
                        natalizumab("after", "p", "2025-03-01"))
                .file("b.ndjson", condition("c", "p", "2025-02-01", PML, ""));
        Export.Run run = export.replay("--findings", "--exported", Export.ALL);
        assertThat(run.exit()).isEqualTo(ReplayCommand.DONE);
        assertThat(spoke(run)).containsExactly("before", "same-day past PML", "after past PML");
    }

    @Test
    void withinADayTheHourDecidesIfBothSayIt() throws IOException {
        export.file(
                "a.ndjson",
                natalizumab("morning", "p", "2025-02-01T08:00:00+01:00"),
                natalizumab("evening", "p", "2025-02-01T20:00:00+01:00"),
                condition("c", "p", "2025-02-01T11:00:00Z", PML, ""));
        assertThat(spoke(export.replay("--findings", "--exported", Export.ALL)))
                .containsExactly("morning", "evening past PML");
    }

    @Test
    void whatHasNoDateWasAlwaysKnown() throws IOException {
        export.file(
                "a.ndjson",
                natalizumab("order", "p", "2020-02-01"),
                "{\"resourceType\":\"Condition\",\"id\":\"c\",\"subject\":{\"reference\":\"Patient/p\"},\"code\":{\"text\":\""
                        + PML + "\"}}");
        Export.Run run = export.replay("--findings", "--exported", Export.ALL);
        assertThat(spoke(run)).containsExactly("order past PML");
        assertThat(run.file("report.html")).contains("resources without a date, taken as always known");
    }

    @Test
    void anOrderOfTodayIsSignedAgainWhateverBecameOfIt() throws IOException {
        export.file(
                "a.ndjson",
                natalizumab("completed", "p", "2025-02-01"),
                natalizumab("stopped", "q", "2025-02-01").replace("completed\"", "stopped\""),
                natalizumab("cancelled", "r", "2025-02-01").replace("completed\"", "cancelled\""));
        assertThat(export.replay("--exported", Export.ALL).figures("shipped", "all", ""))
                .startsWith("3,3,");
    }

    @Test
    void whatNobodySignedIsNoOrder() throws IOException {
        export.file(
                "a.ndjson",
                natalizumab("1", "p", "2025-02-01").replace("\"order\"", "\"plan\""),
                natalizumab("2", "p", "2025-02-01").replace("completed\"", "draft\""),
                natalizumab("3", "p", "2025-02-01").replace("completed\"", "entered-in-error\""),
                order("4", "p", "natalizumab", "2025-02-01", ",\"reportedBoolean\":true"),
                natalizumab("5", "p", "2025-02-01").replace("\"order\"", "\"instance-order\""));
        Export.Run run = export.replay("--exported", Export.ALL);
        assertThat(run.exit()).isEqualTo(ReplayCommand.DONE);
        assertThat(run.out()).startsWith("0 drug orders");
    }

    @Test
    void onlyThePeriodCounts() throws IOException {
        export.file(
                "a.ndjson",
                natalizumab("1", "p", "2025-01-31"),
                natalizumab("2", "p", "2025-02-01"),
                natalizumab("3", "p", "2025-02-28"),
                natalizumab("4", "p", "2025-03-01"));
        Export.Run run =
                export.replay("--from", "2025-02-01", "--to", "2025-02-28", "--findings", "--exported", Export.ALL);
        assertThat(spoke(run)).containsExactly("2", "3");
    }

    @Test
    void aMedicineBehindAReferenceIsFoundInAnyFile() throws IOException {
        export.file(
                        "orders.ndjson",
                        order("1", "p", "x", "2025-02-01", "")
                                .replace(
                                        "\"medicationCodeableConcept\":{\"text\":\"x\"}",
                                        "\"medicationReference\":{\"reference\":\"Medication/m\"}"),
                        order("2", "p", "x", "2025-02-01", "")
                                .replace(
                                        "\"medicationCodeableConcept\":{\"text\":\"x\"}",
                                        "\"medicationReference\":{\"reference\":\"https://ehr.example/fhir/Medication/m\"}"),
                        order("3", "p", "x", "2025-02-01", "")
                                .replace(
                                        "\"medicationCodeableConcept\":{\"text\":\"x\"}",
                                        "\"medicationReference\":{\"reference\":\"Medication/gone\"}"))
                .file("z.ndjson", "{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"natalizumab\"}}");
        Export.Run run = export.replay("--exported", Export.ALL);
        assertThat(run.figures("shipped", "drug", "natalizumab")).startsWith("2,2,");
        assertThat(run.figures("shipped", "gap", "the-ordered-drug.not-sent"))
                .as(run.file("report.csv"))
                .isNotEmpty();
    }

    @Test
    void clinicsAreOrganisationsByTheirNames() throws IOException {
        export.file(
                "a.ndjson",
                "{\"resourceType\":\"Organization\",\"id\":\"7\",\"name\":\"Neuro East\"}",
                "{\"resourceType\":\"PractitionerRole\",\"id\":\"8\",\"organization\":{\"reference\":\"Organization/7\"}}",
                "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"subject\":{\"reference\":\"Patient/p\"},\"serviceProvider\":"
                        + "{\"reference\":\"Organization/9\",\"display\":\"=Infusion \\\"West\\\"\"}}",
                order("1", "p", "natalizumab", "2025-02-01", ",\"encounter\":{\"reference\":\"Encounter/e\"}"),
                order("2", "p", "natalizumab", "2025-02-01", ",\"requester\":{\"reference\":\"PractitionerRole/8\"}"),
                order("3", "p", "natalizumab", "2025-02-01", ",\"requester\":{\"reference\":\"Organization/7\"}"),
                order(
                        "4",
                        "p",
                        "lisinopril",
                        "2025-02-01",
                        ",\"requester\":{\"reference\":\"Practitioner/1\",\"display\":\"Dr A\"}"));
        Export.Run run = export.replay("--exported", Export.ALL);
        assertThat(run.figures("shipped", "clinic", "Neuro East")).startsWith("2,2,");
        assertThat(run.figures("shipped", "clinic", "'=Infusion \"\"West\"\"")).startsWith("1,1,");
        assertThat(run.figures("shipped", "clinic", "unknown")).startsWith("1,0,");
        assertThat(run.file("report.html"))
                .contains("=Infusion &quot;West&quot;")
                .doesNotContain("Dr A");
        assertThat(run.figures("shipped", "week", "2025-01-27")).startsWith("4,3,");
    }

    @Test
    void everyLineThatCannotBeReadIsToldByFileAndLineAndNeverByContent() throws IOException {
        export.file(
                        "a.ndjson",
                        natalizumab("1", "p", "2025-02-01"),
                        "{\"resourceType\":\"Condition\",\"secret\":",
                        "",
                        "[\"secret\"]",
                        "{\"hello\":\"secret\"}",
                        natalizumab("2", "p", "").replace("\"authoredOn\":\"\",", ""),
                        condition("c", "p", "2025-01-01", "secret", "")
                                .replace("Patient/p", "Patient?identifier=secret"),
                        index("o", "p", "2025-01-01", "1e99999999999"),
                        "{\"hook\":\"order-sign\",\"context\":{\"secret\":1}}",
                        "{\"resourceType\":\"Coverage\",\"id\":\"x\"}")
                .file("b/long.ndjson", "{\"resourceType\":\"Condition\",\"x\":\"" + "s".repeat(Lines.LONGEST) + "\"}");
        Export.Run run = export.replay("--exported", Export.ALL);
        assertThat(run.exit()).isEqualTo(ReplayCommand.DONE_WITH_GAPS);
        assertThat(run.file("errors.csv").lines().skip(1).map(line -> line.replaceAll(",\"[^\"]*\"$", "")))
                .containsExactly(
                        "\"a.ndjson\",2,not-json",
                        "\"a.ndjson\",4,not-json",
                        "\"a.ndjson\",5,not-fhir",
                        "\"a.ndjson\",7,no-patient",
                        "\"a.ndjson\",8,not-json",
                        "\"a.ndjson\",9,bad-call",
                        "\"b/long.ndjson\",1,too-long",
                        "\"a.ndjson\",6,no-date");
        assertThat(Stream.of("errors.csv", "report.html", "report.csv").map(run::file))
                .noneMatch(text -> text.contains("secret"));
        assertThat(run.out() + run.errors()).doesNotContain("secret");
    }

    @Test
    void aPackedFileThatEndsInTheMiddleIsTold() throws IOException {
        String[] lines = IntStream.range(0, 2000)
                .mapToObj(number -> natalizumab("o" + number, "p" + number * 7919, "2025-02-01"))
                .toArray(String[]::new);
        export.file("a.ndjson.gz", lines);
        Path file = export.folder().resolve("a.ndjson.gz");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(export.folder().resolve("b.ndjson.gz"), "not packed");
        Export.Run run = export.replay("--exported", Export.ALL);
        assertThat(run.exit()).isEqualTo(ReplayCommand.DONE_WITH_GAPS);
        assertThat(run.file("errors.csv")).contains("\"a.ndjson.gz\",", "\"b.ndjson.gz\",1,cut-short");
    }

    @Test
    void aPatientWithTooMuchIsNotCheckedAndSaysSo() throws IOException {
        String[] labs = IntStream.range(0, 30)
                .mapToObj(number -> index("l" + number, "big", "2025-01-01", "1.1"))
                .toArray(String[]::new);
        export.file("a.ndjson", labs)
                .file("b.ndjson", natalizumab("1", "big", "2025-02-01"), natalizumab("2", "small", "2025-02-01"));
        Export.Run run = export.replay("--patient-cap", "20", "--findings", "--exported", Export.ALL);
        assertThat(run.exit()).isEqualTo(ReplayCommand.DONE_WITH_GAPS);
        assertThat(spoke(run)).containsExactly("2");
        assertThat(run.file("errors.csv")).contains("\"b.ndjson\",1,too-much");
    }

    @Test
    void aResourceThatCameTwiceCountsOnce() throws IOException {
        export.file("a.ndjson", natalizumab("1", "p", "2025-02-01"))
                .file("b.ndjson", natalizumab("1", "p", "2025-02-01"));
        Export.Run run = export.replay("--exported", Export.ALL);
        assertThat(run.figures("shipped", "all", "")).startsWith("1,1,");
    }

    @Test
    void anOverlayIsHeldAgainstThePackAsShipped() throws IOException {
        Path overlay = Files.createDirectory(root.resolve("overlay"));
        Files.writeString(
                overlay.resolve("rules.yaml"), "rules: [{id: PML-010, shadow: true}, {id: PML-018, enabled: false}]");
        export.file(
                "a.ndjson",
                natalizumab("first", "p", "2025-02-01"),
                natalizumab("year-two", "q", "2025-01-01"),
                natalizumab("year-three", "q", "2026-01-01"),
                index("l", "q", "2025-12-01", "2.1"));
        Export.Run run = export.replay("--overlay", overlay.toString(), "--findings", "--exported", Export.ALL);
        assertThat(run.exit()).isEqualTo(ReplayCommand.DONE);
        assertThat(run.file("changes.csv")).contains("PML-018,says no more,1,\"MedicationRequest/year-three\"");
        assertThat(run.figures("shipped", "all", "")).isNotEqualTo(run.figures("site", "all", ""));
        assertThat(run.file("report.html")).contains("Before and after the overlay", "MedicationRequest/year-three");
        assertThat(run.file("findings.ndjson")).contains("\"edition\":\"site\"", "\"edition\":\"shipped\"");
    }

    @Test
    void withTheMemoryWhatWasAnsweredStaysQuiet() throws IOException {
        String[] orders = IntStream.range(1, 7)
                .mapToObj(month -> natalizumab("m" + month, "p", "2025-0" + month + "-03"))
                .toArray(String[]::new);
        export.file("a.ndjson", orders)
                .file(
                        "b.ndjson",
                        index("l", "p", "2024-12-20", "1.9"),
                        condition("c", "p", "2024-01-01", "Multiple sclerosis", ""));
        long all = alerts(export.replay("--exported", Export.ALL));
        long remembered = alerts(export.replay("--memory", "--exported", Export.ALL));
        assertThat(remembered).isPositive().isLessThan(all);
    }

    private static long alerts(Export.Run run) {
        return Long.parseLong(run.figures("shipped", "all", "").split(",", -1)[5]);
    }

    @Test
    void whatTheExportDoesNotHoldMakesAGap() throws IOException {
        export.file("a.ndjson", order("1", "p", "tacrolimus", "2025-02-01", ""));
        Export.Run run = export.replay();
        assertThat(run.file("report.html")).contains("--exported Condition,Observation,MedicationStatement");
        assertThat(run.figures("shipped", "gap", "diagnoses.not-sent"))
                .as(run.file("report.csv"))
                .isNotEmpty();
    }

    @Test
    void nothingIsLeftBesideTheReport() throws IOException {
        export.file("a.ndjson", natalizumab("1", "p", "2025-02-01"));
        Export.Run run = export.replay("--work", root.resolve("work").toString());
        try (Stream<Path> report = Files.list(run.report());
                Stream<Path> work = Files.list(root.resolve("work"))) {
            assertThat(work).isEmpty();
            assertThat(report.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.html", "report.csv", "errors.csv");
        }
    }

    @Test
    void theSameExportGivesTheSameReport() throws IOException {
        String[] orders = IntStream.range(0, 1500)
                .mapToObj(number -> natalizumab("o" + number, "p" + number % 97, "2025-02-" + (10 + number % 18)))
                .toArray(String[]::new);
        export.file("a.ndjson", orders);
        String[] arguments = {"--findings", "--exported", Export.ALL, "--threads", "3"};
        String first = export.replay(arguments).file("findings.ndjson");
        assertThat(export.replay(arguments).file("findings.ndjson")).isEqualTo(first);
        assertThat(first.lines()).hasSize(1500);
    }
}
