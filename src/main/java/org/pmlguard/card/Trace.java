package org.pmlguard.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Assessment.Incomplete;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.Stratum;

/**
 * Everything that led to a card, for machines, under {@code extension["org.pmlguard.assessment"]}: rules, knowledge,
 * order, facts and gaps. Empty parts are left out, as CDS Hooks asks.
 */
final class Trace {

    static final String KEY = "org.pmlguard.assessment";

    private final Knowledge knowledge;

    Trace(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Map<String, Object> of(Concern concern) {
        Map<String, Object> trace = base();
        put(trace, kind(concern.ordered().order()), concern.ordered().order().reference());
        put(trace, "drug", concern.ordered().drug().id());
        put(trace, "recognisedBy", concern.ordered().by().code());
        put(trace, "rules", concern.findings().stream().map(Trace::rule).toList());
        put(trace, "facts", facts(concern));
        concern.stratum().ifPresent(stratum -> trace.put("stratum", stratum(stratum)));
        put(trace, "gaps", gaps(concern.gaps()));
        return Map.of(KEY, trace);
    }

    private static Map<String, Object> stratum(Stratum stratum) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("group", stratum.cell().group());
        entry.put("perThousand", stratum.cell().perThousand());
        entry.put("of", stratum.table().counted());
        entry.put("table", stratum.table().id());
        entry.put("version", stratum.table().version());
        entry.put("published", stratum.table().published());
        entry.put("source", stratum.table().source());
        return entry;
    }

    /** What the card is about: an order of the call, or a treatment found in the chart. */
    private static String kind(Order order) {
        return order.stage().isTreatment() ? "therapy" : "order";
    }

    Map<String, Object> incomplete(List<Incomplete> incomplete, List<Gap> gaps) {
        Map<String, Object> trace = base();
        put(trace, "orders", references(incomplete, "order"));
        put(trace, "therapies", references(incomplete, "therapy"));
        put(
                trace,
                "drugs",
                incomplete.stream()
                        .map(one -> one.ordered().drug().id())
                        .distinct()
                        .toList());
        put(trace, "gaps", gaps(gaps));
        return Map.of(KEY, trace);
    }

    private static List<String> references(List<Incomplete> incomplete, String kind) {
        return incomplete.stream()
                .map(one -> one.ordered().order())
                .filter(order -> kind(order).equals(kind))
                .map(Order::reference)
                .filter(reference -> !reference.isEmpty())
                .distinct()
                .toList();
    }

    private Map<String, Object> base() {
        Map<String, Object> trace = new LinkedHashMap<>();
        Map<String, Object> edition = new LinkedHashMap<>();
        edition.put("version", knowledge.edition().version());
        edition.put("sha256", knowledge.edition().sha256());
        edition.put("standing", knowledge.edition().standing());
        trace.put("knowledge", edition);
        return trace;
    }

    private static Map<String, Object> rule(Finding finding) {
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", finding.rule().id());
        rule.put("version", finding.rule().version());
        rule.put("indicator", lower(finding.indicator()));
        rule.put("grade", finding.rule().grade().name());
        return rule;
    }

    private static List<Object> facts(Concern concern) {
        List<Object> facts = new ArrayList<>();
        concern.findings().stream()
                .flatMap(finding -> finding.facts().stream())
                .distinct()
                .map(Trace::fact)
                .forEach(facts::add);
        return facts;
    }

    private static Map<String, Object> fact(Fact fact) {
        Map<String, Object> entry = new LinkedHashMap<>();
        put(entry, "name", fact.name());
        put(entry, "label", fact.label());
        put(entry, "value", fact.value());
        put(entry, "unit", fact.unit());
        fact.ours().ifPresent(ours -> put(entry, "converted", (ours.value() + " " + ours.unit()).strip()));
        fact.date().ifPresent(day -> entry.put(fact.since() ? "since" : "date", day.toString()));
        put(entry, "reference", fact.reference());
        return entry;
    }

    private static List<Object> gaps(List<Gap> gaps) {
        List<Object> entries = new ArrayList<>();
        gaps.forEach(gap -> entries.add(gap(gap)));
        return entries;
    }

    private static Map<String, Object> gap(Gap gap) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("code", gap.code());
        entry.put("text", gap.text());
        return entry;
    }

    private static void put(Map<String, Object> into, String key, String value) {
        if (!value.isBlank()) {
            into.put(key, value);
        }
    }

    private static void put(Map<String, Object> into, String key, List<?> values) {
        if (!values.isEmpty()) {
            into.put(key, values);
        }
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
