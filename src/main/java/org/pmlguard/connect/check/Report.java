package org.pmlguard.connect.check;

import java.util.List;
import java.util.Map;

/**
 * What a run of checks found.
 *
 * @param title what was checked
 * @param about on what, in pairs of a name and a value, in the sequence to show them
 * @param findings in the sequence of the checks
 */
public record Report(String title, List<Map.Entry<String, String>> about, List<Finding> findings) {

    public Report {
        about = List.copyOf(about);
        findings = List.copyOf(findings);
    }

    /** Tries all checks, one after the other. */
    public static Report of(String title, List<Map.Entry<String, String>> about, List<Check> checks) {
        return new Report(title, about, checks.stream().map(Check::run).toList());
    }

    /** Whether nothing failed; what was skipped is neither. */
    public boolean isClean() {
        return findings.stream().noneMatch(Finding::isFailed);
    }

    /** How many came out so. */
    public long count(String word) {
        return findings.stream().filter(finding -> finding.word().equals(word)).count();
    }

    /** {@code 40 passed, 0 failed, 2 skipped}. */
    public String sum() {
        return count("passed") + " passed, " + count("failed") + " failed, " + count("skipped") + " skipped";
    }
}
