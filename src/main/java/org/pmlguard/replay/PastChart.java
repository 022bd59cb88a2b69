package org.pmlguard.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.Draft;
import org.pmlguard.cdshooks.Ids;
import org.pmlguard.cdshooks.Prefetch;
import org.pmlguard.cdshooks.PrefetchValue;
import tools.jackson.databind.JsonNode;

/** One patient's chart, to be asked as the EHR would have asked on any day of the past: as a call with its whole prefetch. */
final class PastChart {

    static final String HOOK = "order-sign";

    private final String patient;
    private final List<ChartRow> rows;
    private final List<Draft> medicines;
    private final Set<String> exported;

    /** @param exported the keys the export has anything to say about; the others were not sent */
    PastChart(String patient, List<JsonNode> resources, Library library, Set<String> exported) {
        this.patient = patient;
        this.rows = resources.stream().map(ChartRow::of).toList();
        this.medicines = drafts(library.medicines(resources));
        this.exported = Set.copyOf(exported);
    }

    private static List<Draft> drafts(Map<String, JsonNode> medicines) {
        return medicines.entrySet().stream()
                .map(medicine -> new Draft(Optional.of(medicine.getKey()), medicine.getValue()))
                .toList();
    }

    /** The order alone: enough to tell its drug. */
    static Call bare(String patient, PastOrder order, Library library) {
        return call(patient, order, drafts(library.medicines(List.of(order.draft()))), Prefetch.none());
    }

    /** The order and everything that was known when it was signed. */
    Call call(PastOrder order) {
        Map<String, PrefetchValue> prefetch = new TreeMap<>();
        ChartRow.KEYS.values().stream()
                .distinct()
                .filter(exported::contains)
                .forEach(key -> prefetch.put(key, value(key, order.signed())));
        return call(patient, order, medicines, Prefetch.of(prefetch));
    }

    private PrefetchValue value(String key, Moment moment) {
        List<JsonNode> known = new ArrayList<>();
        for (ChartRow row : rows) {
            if (row.key().equals(key) && row.isKnown(moment)) {
                known.add(row.at(moment));
            }
        }
        return known.isEmpty() ? new PrefetchValue.Empty() : new PrefetchValue.Found(known, Optional.empty(), false);
    }

    private static Call call(String patient, PastOrder order, List<Draft> medicines, Prefetch prefetch) {
        List<Draft> drafts = Stream.concat(Stream.of(new Draft(Optional.empty(), order.draft())), medicines.stream())
                .toList();
        Ids ids = new Ids(Optional.of(patient), Optional.empty(), Optional.empty());
        return new Call(HOOK, Optional.empty(), Optional.empty(), new Context.OrderSign(ids, drafts), prefetch);
    }

    /** How many rows do not say when they came to be known. */
    long undated() {
        return rows.stream().filter(row -> row.known().isEmpty()).count();
    }
}
