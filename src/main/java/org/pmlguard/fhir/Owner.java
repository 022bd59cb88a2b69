package org.pmlguard.fhir;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whose a resource is, seen from the patient of a call. */
enum Owner {
    /** The patient's, or nobody's in particular. */
    SAME,
    OTHER,
    /** It points to a patient in a way that cannot be compared with an id. */
    UNCLEAR;

    private static final String TYPE = "Patient/";
    private static final Fact REFERENCE = Fact.at("reference");

    /** The owner of a resource; of several, the one that is least the patient. */
    static Owner of(JsonNode resource, Optional<String> patientId) {
        Owner owner = SAME;
        for (JsonNode subject : Facts.PATIENT.in(resource)) {
            for (JsonNode reference : subject.isObject() ? REFERENCE.in(subject) : List.of(subject)) {
                Owner next = Fact.words(reference)
                        .map(words -> compared(words, patientId))
                        .orElse(SAME);
                owner = owner == OTHER || next == SAME ? owner : next;
            }
        }
        return owner;
    }

    private static Owner compared(String reference, Optional<String> patientId) {
        return patientId.isPresent() ? compared(reference, patientId.get()) : UNCLEAR;
    }

    private static Owner compared(String reference, String id) {
        if (isRelative(reference, id)) {
            return SAME;
        }
        if (reference.equals(id) || reference.equals("urn:uuid:" + id) || reference.equals("#" + id)) {
            return SAME;
        }
        if (reference.startsWith("urn:") || reference.startsWith("#") || reference.contains("?")) {
            return UNCLEAR;
        }
        int history = reference.indexOf("/_history/");
        String current = history < 0 ? reference : reference.substring(0, history);
        return ("/" + current).endsWith("/Patient/" + id) ? SAME : OTHER;
    }

    /** As nearly all are written. */
    private static boolean isRelative(String reference, String id) {
        return reference.length() == TYPE.length() + id.length()
                && reference.startsWith(TYPE)
                && reference.endsWith(id);
    }
}
