package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import org.pmlguard.clinical.LabValue;

/** A result in the laboratory's own words. */
final class Reported {

    private Reported() {}

    static String value(LabValue value) {
        return switch (value) {
            case LabValue.Measured measured -> measured.comparator().sign() + plain(measured.number());
            case LabValue.Worded worded -> worded.words().strip();
            case LabValue.Missing missing -> "no value";
        };
    }

    /** Without an exponent and without zeros at its end. */
    static String plain(BigDecimal number) {
        return (number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros()).toPlainString();
    }

    /** Units that say nothing ("1", {@code {index_val}}) are left out. */
    static String unit(LabValue value) {
        String unit =
                value instanceof LabValue.Measured measured ? measured.unit().strip() : "";
        boolean silent =
                unit.equals("1") || unit.equalsIgnoreCase("index") || (unit.startsWith("{") && unit.endsWith("}"));
        return silent ? "" : unit;
    }
}
