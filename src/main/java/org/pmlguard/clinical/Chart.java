package org.pmlguard.clinical;

import java.util.List;

/** What is on file about the patient, in sections that are read and can fail separately. */
public record Chart(
        Known<List<Diagnosis>> diagnoses,
        Known<List<MedicationUse>> medications,
        Known<List<LabResult>> labs,
        Known<List<Procedure>> procedures) {}
