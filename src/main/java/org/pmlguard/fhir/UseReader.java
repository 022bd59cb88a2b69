package org.pmlguard.fhir;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.MedicationUse.Source;
import org.pmlguard.clinical.Span;
import tools.jackson.databind.JsonNode;

/** Reads a trace of a medicine: an order, a dispense, a statement or an administration. */
final class UseReader {

    private static final Set<String> NOT_USED = Set.of(
            "entered-in-error", "cancelled", "draft", "not-taken", "not-done", "declined", "intended", "preparation");
    private static final Set<String> ENDED = Set.of(
            "completed",
            "stopped",
            "ended",
            "discontinued",
            "superseded",
            "on-hold",
            "suspended",
            "stopped-as-directed",
            "stopped-not-as-directed",
            "on-hold-as-directed",
            "on-hold-not-as-directed");
    private static final Set<String> NOT_YET = Set.of("plan", "proposal", "option");
    private static final Set<String> NOT_TAKING = Set.of("n", "not-taking");

    private final Neighbours near;
    private final ProductReader products;

    UseReader(Neighbours near) {
        this.near = near;
        this.products = new ProductReader(near);
    }

    /** The use, nameless ones included; nothing if the row never counted. */
    Stream<MedicationUse> read(JsonNode row) {
        if (!counts(row)) {
            return Stream.empty();
        }
        Source source = source(row);
        MedicationUse.Status status = status(row, source);
        return Stream.of(new MedicationUse(
                products.read(row),
                status,
                span(row, status),
                DosingReader.read(row),
                source,
                reason(row),
                TypedId.nameOf(row)));
    }

    private static boolean counts(JsonNode row) {
        return !Status.of(Facts.STATUS, row).isAny(NOT_USED)
                && !Status.of(Facts.INTENT, row).isAny(NOT_YET)
                && !Status.of(Facts.TAKEN, row).isAny(NOT_TAKING)
                && !Status.of(Facts.ADHERENCE, row).isAny(NOT_TAKING)
                && !Facts.PROHIBITED.isTrue(row)
                && !Facts.NOT_USED.isTrue(row);
    }

    private static Source source(JsonNode row) {
        return switch (row.path("resourceType").asString("")) {
            case "MedicationAdministration" -> Source.ADMINISTERED;
            case "MedicationStatement", "MedicationUsage" -> Source.STATED;
            default -> Source.ORDERED;
        };
    }

    /** An infusion that was stopped half-way was given. */
    private static MedicationUse.Status status(JsonNode row, Source source) {
        if (source == Source.ADMINISTERED) {
            return MedicationUse.Status.GIVEN;
        }
        boolean ended = Status.of(Facts.STATUS, row).isAny(ENDED)
                || Status.of(Facts.ADHERENCE, row).isAny(ENDED);
        return ended ? MedicationUse.Status.ENDED : MedicationUse.Status.ACTIVE;
    }

    private static Span span(JsonNode row, MedicationUse.Status status) {
        Optional<LocalDate> start = Facts.USE_START.day(row);
        Optional<LocalDate> end = Facts.USE_END.day(row);
        return new Span(start, status == MedicationUse.Status.GIVEN ? end.or(() -> start) : end);
    }

    private Optional<Concept> reason(JsonNode row) {
        List<Concept> reasons = new ArrayList<>(Concepts.all(Facts.REASON, row));
        for (Pointer pointer : Pointer.in(Facts.REASON_REFERENCE, row)) {
            reasons.add(pointedAt(pointer, row));
        }
        reasons.removeIf(Concept::isEmpty);
        return reasons.isEmpty() ? Optional.empty() : Optional.of(Concepts.merged(reasons));
    }

    private Concept pointedAt(Pointer pointer, JsonNode row) {
        return near.find(pointer.address(), row)
                .map(condition -> Concepts.read(Facts.CODE, condition))
                .filter(concept -> !concept.isEmpty())
                .orElse(pointer.words());
    }
}
