package org.pmlguard.fhir;

import org.pmlguard.clinical.Gap;
import tools.jackson.databind.JsonNode;

/** What came of one question to a FHIR server. */
public sealed interface Fetched {

    /** A FHIR resource, never an OperationOutcome. */
    record Resource(JsonNode tree) implements Fetched {

        /** Shows the type only: the rest is a patient's. */
        @Override
        public String toString() {
            return "Resource[" + tree.path("resourceType").asString("") + "]";
        }
    }

    /** Nothing that could be used. */
    record Nothing(Gap.Cause why) implements Fetched {}
}
