package org.pmlguard.terminology;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** What a refresh met on its way that a person should know. */
final class Findings {

    private static final int MOST_NAMED = 20;

    private final List<String> malformed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private final List<String> unclear = new ArrayList<>();
    private int malformedRows;

    /** @param place file and line, or file and entry */
    void malformed(String place) {
        malformedRows++;
        if (malformed.size() < MOST_NAMED) {
            malformed.add(place);
        }
    }

    /** A drug of ours that the files do not hold. */
    void unknown(String drug) {
        unknown.add(drug);
    }

    /** A code of systemic and local products alike, left out. */
    void unclear(String code) {
        unclear.add(code);
    }

    boolean isClean() {
        return malformedRows == 0;
    }

    void print(PrintStream out) {
        out.println("malformed rows: " + malformedRows + " " + malformed);
        out.println("drugs not in RxNorm: " + unknown.size() + " " + unknown);
        out.println("codes left out, systemic and local products share them: " + unclear.size());
    }
}
