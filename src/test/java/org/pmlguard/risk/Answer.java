package org.pmlguard.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.knowledge.Knowledge;

/**
 * An assessment boiled down to what tests compare.
 *
 * @param indicator {@code none} for an order of no concern, {@code incomplete}, or the indicator
 * @param facts each as {@code label: value unit = value in our unit (on or since a day)}, what is missing left out
 * @param estimate cases in 1,000 such patients, or {@code none}
 */
record Answer(String indicator, List<String> rules, List<String> facts, String estimate, List<Gap> gaps) {

    /** What the shipped knowledge says to an order, whether or not its drug is one of ours. */
    static Answer to(Order order, Chart chart, LocalDate today, Knowledge knowledge) {
        Product product = order.product().found().orElseThrow();
        List<OrderedDrug> ordered = OrderedDrug.in(order, knowledge.drugs().recognise(product));
        return new Assessor(knowledge)
                .assess(ordered, chart, today).stream()
                        .map(Answer::of)
                        .max((one, other) -> Integer.compare(one.rank(), other.rank()))
                        .orElse(new Answer("none", List.of(), List.of(), "none", List.of()));
    }

    private static Answer of(Assessment assessment) {
        return switch (assessment) {
            case Assessment.Clear clear -> new Answer("none", List.of(), List.of(), "none", List.of());
            case Assessment.Incomplete incomplete ->
                new Answer("incomplete", List.of(), List.of(), "none", incomplete.gaps());
            case Assessment.Concern concern ->
                new Answer(
                        concern.level().name().toLowerCase(Locale.ROOT),
                        concern.findings().stream()
                                .map(finding -> finding.rule().id())
                                .toList(),
                        concern.findings().stream()
                                .flatMap(finding -> finding.facts().stream())
                                .map(Answer::written)
                                .distinct()
                                .toList(),
                        concern.stratum()
                                .map(stratum -> stratum.cell().perThousand().toPlainString())
                                .orElse("none"),
                        concern.gaps());
        };
    }

    private static String written(Fact fact) {
        String ours = fact.ours()
                .map(converted -> " = " + (converted.value() + " " + converted.unit()).strip())
                .orElse("");
        String day = fact.date()
                .map(date -> (fact.since() ? " (since " : " (on ") + date + ")")
                .orElse("");
        return fact.label() + ": " + (fact.value() + " " + fact.unit()).strip() + ours + day;
    }

    /** From silence to the most urgent. */
    int rank() {
        return List.of("none", "incomplete", "info", "warning", "critical").indexOf(indicator);
    }
}
