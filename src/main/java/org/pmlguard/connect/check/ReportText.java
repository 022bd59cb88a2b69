package org.pmlguard.connect.check;

import java.util.Locale;
import java.util.stream.Collectors;

/** A report as text: one line for each check. */
public final class ReportText {

    private ReportText() {}

    /** The whole report, with a place to sign. */
    public static String of(Report report) {
        String about = report.about().stream()
                .map(fact -> "%-14s %s%n".formatted(fact.getKey(), fact.getValue()))
                .collect(Collectors.joining());
        String findings = report.findings().stream().map(ReportText::line).collect(Collectors.joining("\n", "", "\n"));
        return report.title() + "\n\n" + about + "\n" + findings + "\n" + report.sum()
                + "\n\nSigned off by: ______________________  on: ____________\n";
    }

    private static String line(Finding finding) {
        String seen = finding.seen().isEmpty() ? "" : joint(finding) + finding.seen();
        String remedy = finding.remedy().isEmpty() ? "" : " | do: " + finding.remedy();
        return "%-7s  %-8s %s%s%s"
                .formatted(finding.word().toUpperCase(Locale.ROOT), finding.id(), finding.requirement(), seen, remedy);
    }

    private static String joint(Finding finding) {
        return finding.isFailed() ? " | wrong: " : " | ";
    }
}
