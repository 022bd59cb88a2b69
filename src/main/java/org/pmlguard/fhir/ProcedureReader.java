package org.pmlguard.fhir;

import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Procedure;
import tools.jackson.databind.JsonNode;

/** Reads a Procedure. */
final class ProcedureReader {

    private static final Set<String> NOT_DONE =
            Set.of("entered-in-error", "not-done", "preparation", "cancelled", "aborted", "scheduled");

    private ProcedureReader() {}

    /** The procedure; nothing if it was not done or is nameless. */
    static Stream<Procedure> read(JsonNode procedure) {
        Concept what = Concepts.read(Facts.CODE, procedure);
        boolean notDone = Status.of(Facts.STATUS, procedure).isAny(NOT_DONE) || Facts.NOT_DONE.isTrue(procedure);
        return notDone || what.isEmpty()
                ? Stream.empty()
                : Stream.of(new Procedure(what, Facts.DONE_ON.day(procedure), TypedId.nameOf(procedure)));
    }
}
