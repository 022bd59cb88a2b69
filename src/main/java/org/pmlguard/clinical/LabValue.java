package org.pmlguard.clinical;

import java.math.BigDecimal;

/** What the laboratory reported. */
public sealed interface LabValue {

    /** A number; {@code unit} as written, empty when none was. */
    record Measured(Comparator comparator, BigDecimal number, String unit) implements LabValue {}

    /** Words, coded or free: {@code POSITIVE}, {@code <0.20}, {@code 1,52 (H)}. */
    record Worded(String words) implements LabValue {}

    /** No value at all. */
    record Missing() implements LabValue {}

    /** How a number relates to the true value. */
    enum Comparator {
        EXACTLY(""),
        BELOW("<"),
        AT_MOST("<="),
        AT_LEAST(">="),
        ABOVE(">");

        private final String sign;

        Comparator(String sign) {
            this.sign = sign;
        }

        /** The FHIR quantity-comparator; empty for an exact number. */
        public String sign() {
            return sign;
        }

        /** The comparator a sign stands for; an unknown or empty sign reads as exact. */
        public static Comparator of(String sign) {
            for (Comparator comparator : values()) {
                if (comparator.sign.equals(sign.strip())) {
                    return comparator;
                }
            }
            return EXACTLY;
        }
    }
}
