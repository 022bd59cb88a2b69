package org.pmlguard.replay;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row of a chart as it stood at a moment: not there yet, there, or there and not ended yet. What says no date was always
 * there, and what is ended without saying when was always ended.
 */
final class AsOf {

    /** When a row came to be known. Of those that stand together the latest counts, then the next line is tried. */
    private static final Map<String, List<List<String>>> KNOWN = Map.of(
            "Condition",
            List.of(
                    List.of("recordedDate", "dateRecorded", "assertedDate", "dateAsserted"),
                    List.of("onsetDateTime", "onsetDate", "onsetPeriod.start")),
            "Observation",
            List.of(List.of(
                    "issued",
                    "effectiveDateTime",
                    "effectiveInstant",
                    "effectivePeriod.start",
                    "appliesDateTime",
                    "appliesPeriod.start")),
            "MedicationStatement",
            List.of(List.of("dateAsserted"), List.of("effectiveDateTime", "effectivePeriod.start")),
            "MedicationAdministration",
            List.of(List.of(
                    "effectiveDateTime",
                    "effectivePeriod.start",
                    "effectiveTimeDateTime",
                    "effectiveTimePeriod.start",
                    "occurenceDateTime",
                    "occurencePeriod.start",
                    "occurrenceDateTime",
                    "occurrencePeriod.start")),
            "MedicationDispense",
            List.of(List.of("whenHandedOver"), List.of("whenPrepared")),
            "Procedure",
            List.of(
                    List.of(
                            "performedDateTime",
                            "performedPeriod.start",
                            "occurrenceDateTime",
                            "occurrencePeriod.start"),
                    List.of("recorded")));

    private static final List<List<String>> KNOWN_PRESCRIPTION = List.of(List.of("authoredOn", "dateWritten"));

    private static final List<String> ABATED =
            List.of("abatementDateTime", "abatementDate", "abatementPeriod.end", "abatementPeriod.start");

    /** When a treatment was ended; an end that was planned beforehand says so too. */
    private static final List<String> ENDED = List.of(
            "dateEnded",
            "statusChanged",
            "effectivePeriod.end",
            "dispenseRequest.validityPeriod.end",
            "dosageInstruction.timing.repeat.boundsPeriod.end",
            "dosage.timing.repeat.boundsPeriod.end");

    private static final Set<String> OVER =
            Set.of("completed", "stopped", "ended", "discontinued", "superseded", "on-hold");

    private AsOf() {}

    /** When a row came to be known; empty if it does not say. */
    static Optional<Moment> known(JsonNode row) {
        return KNOWN.getOrDefault(row.path("resourceType").asString(""), KNOWN_PRESCRIPTION).stream()
                .flatMap(paths -> moments(row, paths).reduce(Moment::orLater).stream())
                .findFirst();
    }

    private static Stream<Moment> moments(JsonNode row, List<String> paths) {
        return paths.stream()
                .flatMap(path -> at(row, path).stream())
                .flatMap(text -> Moment.of(text.asString("")).stream());
    }

    /** What stands at a dotted path; of a list its last. */
    private static Optional<JsonNode> at(JsonNode row, String path) {
        JsonNode node = row;
        for (String name : path.split("\\.", -1)) {
            JsonNode inner = node.path(name);
            node = inner.isArray() && !inner.isEmpty() ? inner.get(inner.size() - 1) : inner;
        }
        return Optional.of(node).filter(JsonNode::isString);
    }

    /** When a row ended, if it says so: a condition that abated, a treatment that is over. A mere plan is no end. */
    static Optional<Moment> ended(JsonNode row) {
        if (isCondition(row)) {
            return moments(row, ABATED).reduce(Moment::orLater);
        }
        boolean isOver = OVER.contains(row.path("status").asString(""));
        return isOver ? moments(row, ENDED).reduce(Moment::orLater) : Optional.empty();
    }

    /** The row before it ended. That an end was planned for a treatment was known when it began, and stays. */
    static JsonNode beforeItEnded(JsonNode row) {
        ObjectNode open = (ObjectNode) row.deepCopy();
        if (isCondition(row)) {
            open.remove("clinicalStatus");
            open.propertyNames().stream()
                    .filter(name -> name.startsWith("abatement"))
                    .toList()
                    .forEach(open::remove);
        } else {
            open.put("status", "active");
            open.remove(List.of("dateEnded", "reasonEnded", "statusReason", "statusChanged"));
        }
        return open;
    }

    private static boolean isCondition(JsonNode row) {
        return row.path("resourceType").asString("").equals("Condition");
    }
}
