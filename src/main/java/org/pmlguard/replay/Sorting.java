package org.pmlguard.replay;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pmlguard.replay.Account.Entry;
import tools.jackson.databind.JsonNode;

/**
 * The first pass: each line is looked at, requests are answered on the spot, and resources are put aside by patient. Lines
 * are read by one thread and looked at by others.
 */
final class Sorting {

    private static final int MOST_LINES = 500;
    private static final int MOST_BYTES = 1_000_000;

    private final Calls calls;
    private final Options options;
    private final Partitions partitions;
    private final Library library;
    private final Output output;

    Sorting(Engine engine, Options options, Partitions partitions, Library library, Output output) {
        this.calls = new Calls(engine, options);
        this.options = options;
        this.partitions = partitions;
        this.library = library;
        this.output = output;
    }

    /**
     * What came of some lines.
     *
     * @param rows to be put aside
     * @param shelf to be kept at hand
     */
    private record Sorted(Results results, List<Row> rows, List<JsonNode> shelf, long bytes) {}

    void sort(List<Source> sources, Progress progress) throws IOException {
        try (InOrder<Sorted> work = new InOrder<>(options.threads(), sorted -> settle(sorted, progress))) {
            for (Source source : sources) {
                try (Lines lines = Lines.of(source)) {
                    give(lines, work);
                }
            }
            work.finish();
        }
        partitions.written();
    }

    private void give(Lines lines, InOrder<Sorted> work) throws IOException {
        List<Lines.Line> batch = new ArrayList<>();
        int bytes = 0;
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            batch.add(line);
            bytes += line.text().length();
            if (batch.size() >= MOST_LINES || bytes >= MOST_BYTES) {
                List<Lines.Line> full = batch;
                work.give(() -> look(full));
                batch = new ArrayList<>();
                bytes = 0;
            }
        }
        List<Lines.Line> rest = batch;
        work.give(() -> look(rest));
    }

    private void settle(Sorted sorted, Progress progress) throws IOException {
        for (Row row : sorted.rows()) {
            partitions.add(row);
        }
        sorted.shelf().forEach(library::add);
        output.add(sorted.results());
        progress.read(sorted.bytes());
    }

    private Sorted look(List<Lines.Line> lines) {
        Sorted sorted = new Sorted(output.part(), new ArrayList<>(), new ArrayList<>(), bytes(lines));
        lines.forEach(line -> look(line, sorted));
        return sorted;
    }

    private static long bytes(List<Lines.Line> lines) {
        return lines.stream().mapToLong(line -> line.text().length() + 1).sum();
    }

    private void look(Lines.Line line, Sorted sorted) {
        Results results = sorted.results();
        results.account().count(Entry.LINES);
        if (line.fault().isPresent()) {
            results.add(line.place(), line.fault().get());
        } else if (line.text().isBlank()) {
            results.account().count(Entry.BLANK);
        } else {
            Optional<Glance> glance = Glance.at(line.text().bytes()).filter(seen -> Trees.isPossible(line.text()));
            glance.ifPresentOrElse(seen -> place(seen, line, sorted), () -> results.add(line.place(), Fault.NOT_JSON));
        }
    }

    private void place(Glance seen, Lines.Line line, Sorted sorted) {
        Results results = sorted.results();
        if (seen.isCall()) {
            calls.check(line.place(), line.text(), results);
            return;
        }
        if (seen.type().isEmpty()) {
            results.add(line.place(), Fault.NOT_FHIR);
            return;
        }
        results.account().countType(seen.type());
        if (Library.TYPES.contains(seen.type())) {
            results.account().count(Entry.SHELVED);
            sorted.shelf().add(Trees.of(line.text()));
        } else if (PatientFile.TYPES.contains(seen.type())) {
            putAside(seen, line, sorted);
        } else {
            results.account().count(Entry.NOT_NEEDED);
        }
    }

    private static void putAside(Glance seen, Lines.Line line, Sorted sorted) {
        Optional<String> patient = seen.patient();
        if (patient.isEmpty()) {
            sorted.results().add(line.place(), Fault.NO_PATIENT);
            return;
        }
        sorted.results().account().count(Entry.PUT_ASIDE);
        sorted.rows().add(new Row(line.place(), seen.type(), seen.id(), patient.get(), line.text()));
    }
}
