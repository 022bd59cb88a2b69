package org.pmlguard.demo.ehr;

import ca.uhn.fhir.rest.server.exceptions.InternalErrorException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/**
 * What can be wrong with an EHR. Each fault has a base address of its own with the same charts behind it, so that one
 * visitor's broken EHR is nobody else's.
 */
public enum Fault {
    /** It works. */
    NONE,
    /** It answers a search for laboratory results with an error. */
    LABS_DOWN,
    /** It answers everything, long after anybody has given up. */
    SLOW,
    /** It answers with the record of somebody else. */
    WRONG_PATIENT;

    private static final Duration LATE = Duration.ofMillis(2_500);
    private static final String MIXED_UP_WITH = "clara-past-pml";
    private static final String OTHERWISE_WITH = "nora-high-index";

    /** The path of its FHIR base, {@code /demo/fhir} or {@code /demo/fhir-labs-down}. */
    public String path() {
        return this == NONE ? "/demo/fhir" : "/demo/fhir-" + id();
    }

    /** As pages call it: {@code labs-down}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of the EHR at a base address. */
    static Fault of(String base) {
        return Arrays.stream(values())
                .filter(fault -> base.endsWith(fault.path()))
                .findFirst()
                .orElse(NONE);
    }

    /** Whose record a search for a patient's gives. */
    String found(String patient) {
        if (this != WRONG_PATIENT) {
            return patient;
        }
        return patient.equals(MIXED_UP_WITH) ? OTHERWISE_WITH : MIXED_UP_WITH;
    }

    /**
     * What happens before a search is answered.
     *
     * @throws InternalErrorException if it is the search that fails
     */
    void befall(String type) {
        if (this == LABS_DOWN && type.equals("Observation")) {
            throw new InternalErrorException("The laboratory system does not answer");
        }
        if (this == SLOW) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LATE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
