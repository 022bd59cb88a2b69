package org.pmlguard.replay;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pmlguard.cdshooks.Card;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was said about single orders, a line of JSON for each: with the references of patient, order and facts, so it is as
 * much a patient's data as the record itself.
 */
final class FindingLines {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TRACE = "org.pmlguard.assessment";

    private FindingLines() {}

    /** A line for each edition that had anything to look at; none where no watched drug was ordered. */
    static byte[] of(Checked checked) {
        StringBuilder lines = new StringBuilder();
        for (int at = 0; at < checked.said().size(); at++) {
            Said said = checked.said().get(at);
            if (!said.isNothing()) {
                lines.append(JSON.writeValueAsString(line(checked, said, at))).append('\n');
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> line(Checked checked, Said said, int edition) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("order", checked.order());
        line.put("patient", checked.patient());
        line.put("day", checked.day().toString());
        line.put("hook", checked.hook());
        line.put("clinic", checked.clinic());
        line.put("edition", edition == 0 ? "shipped" : "site");
        line.put(
                "drugs",
                said.watched().stream().map(one -> one.drug().id()).distinct().toList());
        line.put("cards", said.cards().stream().map(FindingLines::card).toList());
        List<Map<String, String>> shadow =
                said.shadow().map(FindingLines::shadow).toList();
        if (!shadow.isEmpty()) {
            line.put("shadow", shadow);
        }
        return line;
    }

    private static Map<String, Object> card(Card card) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("indicator", card.indicator().code());
        shown.put("summary", card.summary());
        Optional.ofNullable(card.extension().get(TRACE)).ifPresent(trace -> shown.put("assessment", trace));
        return shown;
    }

    private static Map<String, String> shadow(Said.About about) {
        return Map.of(
                "rule", about.finding().rule().id(),
                "drug", about.drug(),
                "indicator", about.finding().indicator().name().toLowerCase(java.util.Locale.ROOT));
    }
}
