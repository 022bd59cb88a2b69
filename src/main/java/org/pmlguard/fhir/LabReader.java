package org.pmlguard.fhir;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import tools.jackson.databind.JsonNode;

/** Reads an Observation: its own result, and one for each of its components. Members of a panel come as rows themselves. */
final class LabReader {

    private static final Set<String> VOID = Set.of("entered-in-error", "cancelled");

    private LabReader() {}

    /** The results; none if it is void or nameless. */
    static Stream<LabResult> read(JsonNode observation) {
        if (Status.of(Facts.STATUS, observation).isAny(VOID)) {
            return Stream.empty();
        }
        Optional<LocalDate> taken = Facts.TAKEN_ON.day(observation);
        String reference = TypedId.nameOf(observation);
        return parts(observation)
                .map(part -> new LabResult(test(part), LabValueReader.read(part), taken, reference))
                .filter(result -> !result.test().isEmpty());
    }

    /** What has components and no value of its own is their heading, not a result. */
    private static Stream<JsonNode> parts(JsonNode observation) {
        List<JsonNode> components = Facts.COMPONENT.in(observation);
        boolean isHeading = !components.isEmpty() && LabValueReader.read(observation) instanceof LabValue.Missing;
        return isHeading ? components.stream() : Stream.concat(Stream.of(observation), components.stream());
    }

    private static Concept test(JsonNode part) {
        return Concepts.read(Facts.TEST, part);
    }
}
