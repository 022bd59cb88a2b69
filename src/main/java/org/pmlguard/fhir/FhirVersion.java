package org.pmlguard.fhir;

/** The versions of FHIR that EHRs speak. */
public enum FhirVersion {
    DSTU2,
    STU3,
    R4,
    R4B,
    R5;

    /** A query of ours, which are written for R4, in the words of this version. */
    String query(String template) {
        return this == DSTU2 && template.startsWith("MedicationRequest?")
                ? template.replaceFirst("MedicationRequest", "MedicationOrder")
                : template;
    }
}
