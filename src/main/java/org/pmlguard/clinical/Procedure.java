package org.pmlguard.clinical;

import java.time.LocalDate;
import java.util.Optional;

/** Something done to the patient: a plasma exchange, a brain MRI. Rows that were not done are left out by whoever reads. */
public record Procedure(Concept what, Optional<LocalDate> done, String reference) {}
