package org.pmlguard.bench;

import java.util.Locale;

/** What is measured, with its unit. */
public enum Measure {
    REQUESTS("requests", "1/s", 0),
    CPU("CPU", "us/request", 0),
    ALLOCATED("allocated", "kB/request", 0),
    P50("p50", "ms", 2),
    P99("p99", "ms", 2),
    RESIDENT("resident memory", "MB", 0),
    FIRST_CARD("start to first card", "s", 2),
    TIME("time", "us", 1),
    TAKEN("allocated by it", "kB", 1);

    private final String label;
    private final String unit;
    private final int digits;

    Measure(String label, String unit, int digits) {
        this.label = label;
        this.unit = unit;
        this.digits = digits;
    }

    String label() {
        return label;
    }

    String unit() {
        return unit;
    }

    /** As it is told to people; a dash for what is not known. */
    String told(double number) {
        return Double.isNaN(number) ? "-" : String.format(Locale.ROOT, "%,." + digits + "f", number);
    }

    static Measure of(String label) {
        for (Measure measure : values()) {
            if (measure.label.equals(label)) {
                return measure;
            }
        }
        throw new IllegalArgumentException(label);
    }
}
