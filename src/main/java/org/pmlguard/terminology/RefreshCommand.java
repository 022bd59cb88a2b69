package org.pmlguard.terminology;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.pmlguard.knowledge.load.PackLoader;
import tools.jackson.core.JacksonException;

/** {@code refresh-terminology --rxnorm <folder> --ndc <file> --out <folder>}: writes the drug value sets anew. */
public final class RefreshCommand {

    public static final String NAME = "refresh-terminology";

    /** All rows were read. */
    public static final int DONE = 0;
    /** Written, but some rows could not be read. */
    public static final int DONE_WITH_GAPS = 1;
    /** Nothing was asked that could be done. */
    public static final int USAGE = 2;
    /** A file could not be read or written. */
    public static final int FAILED = 3;

    private final PrintStream out;

    public RefreshCommand(PrintStream out) {
        this.out = out;
    }

    /** Does what the arguments ask, and gives the exit code. */
    public int run(String[] arguments) {
        Map<String, Path> options = options(arguments);
        if (!options.keySet()
                .equals(Map.of("--rxnorm", 1, "--ndc", 2, "--out", 3).keySet())) {
            out.println("usage: " + NAME + " --rxnorm <folder with RXNCONSO.RRF, RXNREL.RRF, RXNSAT.RRF>"
                    + " --ndc <openFDA drug-ndc.json> --out <folder>");
            return USAGE;
        }
        try {
            return refresh(options);
        } catch (IOException | JacksonException e) {
            out.println("failed: " + e);
            return FAILED;
        }
    }

    private static Map<String, Path> options(String[] arguments) {
        Map<String, Path> options = new HashMap<>();
        for (int at = 1; at + 1 < arguments.length; at += 2) {
            options.put(arguments[at], Path.of(arguments[at + 1]));
        }
        return options;
    }

    private int refresh(Map<String, Path> options) throws IOException {
        Findings findings = new Findings();
        Refresh refresh = new Refresh(PackLoader.shipped().drugs(), findings);
        refresh.rxnorm(RxNorm.read(options.getOrDefault("--rxnorm", Path.of("")), findings));
        new OpenFda(options.getOrDefault("--ndc", Path.of(""))).read(findings, refresh::openFda);
        ValueSetFiles files = new ValueSetFiles(options.getOrDefault("--out", Path.of("")));
        for (var set : refresh.valueSets().entrySet()) {
            files.write(set.getKey(), set.getValue());
        }
        out.println("value sets written: " + refresh.valueSets().size());
        findings.print(out);
        return findings.isClean() ? DONE : DONE_WITH_GAPS;
    }
}
