package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.pmlguard.clinical.LabValue;

/** A result in the laboratory's own words. */
final class Reported {

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

    private Reported() {}

    static String value(LabValue value) {
        return switch (value) {
            case LabValue.Measured measured -> measured.comparator().sign() + plain(measured.number());
            case LabValue.Worded worded -> worded.words().strip();
            case LabValue.Missing missing -> "no value";
        };
    }

    /** Whether what was reported is this number, however it is written; words without a number need no other. */
    static boolean says(String reported, BigDecimal number) {
        return NUMBER.matcher(reported)
                .results()
                .findFirst()
                .map(found -> new BigDecimal(found.group().replace(',', '.')).compareTo(number) == 0)
                .orElse(true);
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
