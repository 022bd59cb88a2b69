package org.pmlguard.review.handover;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.risk.Fact;

/** A case as a table: one line for each thing that is known of it. */
public final class CaseTable {

    private CaseTable() {}

    /** The whole file. */
    public static String of(Reviewed one) {
        Stream<List<String>> about = Stream.of(
                row("case", "id", one.id().toString(), ""),
                row("case", "patient", one.decision().patient().orElse(""), ""),
                row("case", "tenant", one.decision().tenant(), ""),
                row("case", "drug", one.drug(), ""),
                row("case", "status", one.standing(), ""),
                row(
                        "card",
                        one.card().indicator(),
                        one.card().summary(),
                        one.decision().at().toString()));
        Stream<List<String>> rules = one.findings().stream()
                .map(rule -> row(
                        "rule", rule.rule(), rule.version(), rule.quietBecause().orElse("said")));
        Stream<List<String>> facts = one.facts().stream().map(CaseTable::fact);
        Stream<List<String>> gaps = one.orders().stream()
                .flatMap(order -> order.gaps().stream())
                .map(gap -> row("not known", gap.code(), gap.text(), ""));
        Stream<List<String>> answers = one.decision().feedback().stream()
                .filter(heard -> heard.card().equals(one.id()))
                .map(heard -> row(
                        "prescriber",
                        heard.outcome(),
                        heard.reason().map(reason -> reason.display()).orElse(""),
                        heard.received().toString()));
        Stream<List<String>> trail = one.trail().stream()
                .map(step -> row(
                        "desk",
                        step.staff(),
                        step.words() + step.note().map(note -> ": " + note).orElse(""),
                        step.at().toString()));
        return Csv.line(List.of("kind", "what", "value", "when", "resource"))
                + Stream.of(about, rules, facts, gaps, answers, trail)
                        .flatMap(rows -> rows)
                        .map(Csv::line)
                        .collect(Collectors.joining());
    }

    private static List<String> fact(Fact fact) {
        String value = (fact.value() + " " + fact.unit()).strip();
        return List.of(
                "fact",
                fact.label(),
                value,
                fact.date().map(LocalDate::toString).orElse(""),
                fact.reference());
    }

    private static List<String> row(String kind, String what, String value, String when) {
        return List.of(kind, what, value, when, "");
    }
}
