package org.pmlguard.fhir;

import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Diagnosis.Certainty;
import org.pmlguard.clinical.Diagnosis.Course;
import tools.jackson.databind.JsonNode;

/** Reads a Condition. */
final class DiagnosisReader {

    private static final Set<String> VOID = Set.of("refuted", "entered-in-error");
    private static final Set<String> SUSPECTED = Set.of("provisional", "differential", "unconfirmed", "working");
    private static final Set<String> PAST = Set.of("resolved", "inactive", "remission");

    private DiagnosisReader() {}

    /** The diagnosis; nothing if it is void or nameless. */
    static Stream<Diagnosis> read(JsonNode condition) {
        Status verification = Status.of(Facts.VERIFICATION, condition);
        Concept what = Concepts.read(Facts.CODE, condition);
        if (verification.isAny(VOID) || what.isEmpty()) {
            return Stream.empty();
        }
        return Stream.of(new Diagnosis(
                what,
                course(condition),
                verification.isAny(SUSPECTED) ? Certainty.SUSPECTED : Certainty.CONFIRMED,
                Facts.ONSET.day(condition),
                Facts.RECORDED.day(condition),
                TypedId.nameOf(condition)));
    }

    /** Where no status is written, a date on which it ended is a status. */
    private static Course course(JsonNode condition) {
        Status clinical = Status.of(Facts.CLINICAL_STATUS, condition);
        boolean ended =
                clinical.isUnstated() && (Facts.ABATED.isIn(condition) || Facts.ABATED_PLAINLY.isTrue(condition));
        return ended || clinical.isAny(PAST) ? Course.PAST : Course.ACTIVE;
    }
}
