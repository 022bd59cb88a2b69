package org.pmlguard.clinical;

import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;

/** How much a day, in milligrams, and for how long; each only where the record says so plainly. */
public record Dosing(Optional<BigDecimal> milligramsPerDay, Optional<Period> planned) {

    public static final Dosing UNSTATED = new Dosing(Optional.empty(), Optional.empty());
}
