package org.pmlguard.fhir;

import java.time.LocalDate;
import java.util.Optional;
import org.pmlguard.clinical.Concept;

/**
 * A test to order for a patient, a JCV antibody test for instance.
 *
 * @param what the test
 * @param patientId the patient's FHIR id, without its type
 * @param written the day it is proposed
 * @param reason why, in a few words
 */
public record TestOrder(Concept what, String patientId, LocalDate written, Optional<String> reason) {}
