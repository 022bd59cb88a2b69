package org.pmlguard.replay;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Gathers what comes of the parts: figures in memory, lines of text in files of their own. */
final class Output implements Closeable {

    static final String ERRORS = "errors.csv";
    static final String FINDINGS = "findings.ndjson";

    private final List<Source> sources;
    private final int editions;
    private final Results whole;
    private final OutputStream errors;
    private final Optional<OutputStream> findings;

    Output(Path folder, List<Source> sources, int editions, boolean writesFindings) throws IOException {
        Files.createDirectories(folder);
        this.sources = List.copyOf(sources);
        this.editions = editions;
        this.whole = new Results(editions, writesFindings);
        this.errors = file(folder.resolve(ERRORS));
        this.findings = writesFindings ? Optional.of(file(folder.resolve(FINDINGS))) : Optional.empty();
        errors.write("file,line,rule,meaning\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static OutputStream file(Path path) throws IOException {
        Files.deleteIfExists(path);
        return new BufferedOutputStream(Files.newOutputStream(OwnerOnly.created(path)));
    }

    /** An empty part of the whole. */
    Results part() {
        return new Results(editions, findings.isPresent());
    }

    void add(Results part) throws IOException {
        whole.add(part);
        for (Results.Bad bad : part.bad()) {
            errors.write(line(bad).getBytes(StandardCharsets.UTF_8));
        }
        if (findings.isPresent()) {
            findings.get().write(part.findings());
        }
    }

    private String line(Results.Bad bad) {
        return Csv.cell(sources.get(bad.place().source()).name()) + ","
                + bad.place().line() + "," + bad.fault().code() + ","
                + Csv.cell(bad.fault().words()) + "\r\n";
    }

    Results whole() {
        return whole;
    }

    @Override
    public void close() throws IOException {
        errors.close();
        if (findings.isPresent()) {
            findings.get().close();
        }
    }
}
