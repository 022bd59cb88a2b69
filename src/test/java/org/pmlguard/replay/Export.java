package org.pmlguard.replay;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** An export on disk, and a replay of it. */
final class Export {

    static final String ALL =
            "Condition,Observation,MedicationRequest,MedicationStatement,MedicationAdministration,Procedure";

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    private final Path root;
    private final Path folder;

    Export(Path root) {
        this.root = root;
        this.folder = root.resolve("export");
    }

    /**
     * How a replay ended.
     *
     * @param out what it said at its end
     * @param errors what it complained of
     */
    record Run(int exit, String out, String errors, Path report) {

        String file(String name) {
            try {
                return Files.readString(report.resolve(name));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }

        /** A line of the figures, by edition, dimension and name; empty text if there is none. */
        String figures(String edition, String dimension, String name) {
            String start = edition + "," + dimension + ",\"" + name + "\",";
            return file(Report.FIGURES)
                    .lines()
                    .filter(line -> line.startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst()
                    .orElse("");
        }
    }

    Export file(String name, String... lines) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        byte[] text = String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = name.endsWith(".gz")
                ? new GZIPOutputStream(Files.newOutputStream(file))
                : Files.newOutputStream(file)) {
            out.write(text);
        }
        return this;
    }

    Path folder() {
        return folder;
    }

    Run replay(String... more) {
        List<String> arguments = new ArrayList<>(List.of(ReplayCommand.NAME, folder.toString()));
        arguments.addAll(List.of("--report", root.resolve("report").toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    Run run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        int exit = new ReplayCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        CLOCK,
                        false)
                .run(arguments);
        return new Run(
                exit,
                out.toString(StandardCharsets.UTF_8),
                errors.toString(StandardCharsets.UTF_8),
                root.resolve("report"));
    }

    static String order(String id, String patient, String drug, String authored, String more) {
        return """
                {"resourceType":"MedicationRequest","id":"%s","status":"completed","intent":"order",\
                "subject":{"reference":"Patient/%s"},"authoredOn":"%s","medicationCodeableConcept":{"text":"%s"}%s}""".formatted(id, patient, authored, drug, more);
    }

    static String natalizumab(String id, String patient, String authored) {
        return order(id, patient, "natalizumab", authored, "");
    }

    static String index(String id, String patient, String taken, String value) {
        return """
                {"resourceType":"Observation","id":"%s","status":"final","subject":{"reference":"Patient/%s"},\
                "effectiveDateTime":"%s","code":{"text":"JCV antibody index"},\
                "valueQuantity":{"value":%s,"unit":"index"}}""".formatted(id, patient, taken, value);
    }

    static String condition(String id, String patient, String recorded, String what, String more) {
        return """
                {"resourceType":"Condition","id":"%s","subject":{"reference":"Patient/%s"},"recordedDate":"%s",\
                "code":{"text":"%s"}%s}""".formatted(id, patient, recorded, what, more);
    }
}
