package org.pmlguard.bench;

import java.time.LocalDate;

/** Bodies of calls for other measurements, about the patient {@code bench-0000000}. */
public final class SampleCalls {

    private SampleCalls() {}

    /** The order of a watched drug with its whole chart, of at least the given size in bytes. */
    public static String watched(int size, LocalDate today) {
        return OrderSign.body(Prescription.NATALIZUMAB, size, today);
    }

    /** The order of a drug that is not ours, with the same chart. */
    public static String notOurs(int size, LocalDate today) {
        return OrderSign.body(Prescription.AMOXICILLIN, size, today);
    }
}
