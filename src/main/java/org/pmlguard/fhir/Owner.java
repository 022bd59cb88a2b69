package org.pmlguard.fhir;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Whose a resource is, seen from the patient of a call. */
enum Owner {
    /** The patient's, or nobody's in particular. */
    SAME,
    OTHER,
    /** It points to a patient in a way that cannot be compared with an id. */
    UNCLEAR;

    private static final Fact REFERENCE = Fact.at("reference");

    /** The owner of a resource; of several, the one that is least the patient. */
    static Owner of(JsonNode resource, Optional<String> patientId) {
        Owner owner = SAME;
        for (String reference : references(resource)) {
            Owner next = patientId.map(id -> compared(reference, id)).orElse(UNCLEAR);
            owner = owner == OTHER || next == SAME ? owner : next;
        }
        return owner;
    }

    private static Iterable<String> references(JsonNode resource) {
        return Facts.PATIENT
                .in(resource)
                .flatMap(subject -> subject.isObject() ? REFERENCE.texts(subject) : Fact.words(subject).stream())
                .toList();
    }

    private static Owner compared(String reference, String id) {
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
}
