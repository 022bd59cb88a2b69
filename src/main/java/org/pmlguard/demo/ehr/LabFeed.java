package org.pmlguard.demo.ehr;

import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Resource;

/** The connection to the laboratory, and the patients whose results it does not bring although they exist. */
record LabFeed(Set<String> brokenFor) {

    LabFeed {
        brokenFor = Set.copyOf(brokenFor);
    }

    /**
     * Lets a search through, or not.
     *
     * @throws InternalErrorException if it asks for results of a patient for whom the feed is broken
     */
    void check(Class<? extends Resource> type, Optional<String> patient) {
        if (type == Observation.class && patient.filter(brokenFor::contains).isPresent()) {
            throw new InternalErrorException("The laboratory feed of this patient is broken");
        }
    }
}
