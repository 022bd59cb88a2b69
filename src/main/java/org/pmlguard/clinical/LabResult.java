package org.pmlguard.clinical;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One laboratory result as reported: nothing is converted, rounded or guessed here. Panels are taken apart into their
 * results by whoever reads the chart.
 */
public record LabResult(Concept test, LabValue value, Optional<LocalDate> taken, String reference) {}
