package org.pmlguard.replay;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pmlguard.replay.Account.Entry;
import tools.jackson.databind.JsonNode;

/** The rows of one patient, as they were put aside. */
final class PatientFile {

    private static final String ENCOUNTER = "Encounter";

    /** What of a patient is put aside. */
    static final Set<String> TYPES = types();

    /** Trees take several times the room of their text, and two patients are in memory at once. */
    static final long MOST_BYTES = 32_000_000;

    private final Map<String, Row> rows = new LinkedHashMap<>();

    private static Set<String> types() {
        Set<String> types = new HashSet<>(ChartRow.KEYS.keySet());
        types.add(ENCOUNTER);
        return Set.copyOf(types);
    }

    /** Adds a row. What comes again under the same id takes the place of what came before. */
    void add(Row row, Account account) {
        String name =
                row.id().isEmpty() ? row.place().source() + ":" + row.place().line() : row.type() + "/" + row.id();
        if (rows.put(name, row) != null) {
            account.count(Entry.REPEATED);
        }
    }

    Collection<Row> prescriptions() {
        return rows.values().stream().filter(Row::isPrescription).toList();
    }

    /** Everything that stands in the chart. */
    List<JsonNode> chart() {
        List<JsonNode> chart = new ArrayList<>();
        for (Row row : rows.values()) {
            if (!row.type().equals(ENCOUNTER)) {
                chart.add(Trees.of(row.text()));
            }
        }
        return chart;
    }

    List<JsonNode> encounters() {
        return rows.values().stream()
                .filter(row -> row.type().equals(ENCOUNTER))
                .map(row -> Trees.of(row.text()))
                .toList();
    }

    /** How much there is of a patient, found out before any of it is kept. */
    static final class Size {

        private long count;
        private long bytes;

        void add(Row row) {
            count++;
            bytes += row.text().length();
        }

        boolean isTooMuch(int cap) {
            return count > cap || bytes > MOST_BYTES;
        }
    }
}
