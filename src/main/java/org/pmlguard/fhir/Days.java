package org.pmlguard.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads FHIR dates of any precision. The day is the one written, in the time zone it was written in. */
final class Days {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private Days() {}

    /** The earliest day a date can mean; empty if it is none. */
    static Optional<LocalDate> read(String date) {
        return switch (date.length()) {
            case YEAR -> day(date + "-01-01");
            case MONTH -> day(date + "-01");
            case DAY -> day(date);
            default -> hasTime(date) ? day(date) : Optional.empty();
        };
    }

    private static boolean hasTime(String date) {
        return date.length() > DAY && (date.charAt(DAY) == 'T' || date.charAt(DAY) == ' ');
    }

    private static Optional<LocalDate> day(String date) {
        if (date.charAt(YEAR) != '-' || date.charAt(MONTH) != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    LocalDate.of(number(date, 0, YEAR), number(date, YEAR + 1, MONTH), number(date, MONTH + 1, DAY)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The number these digits write. */
    private static int number(String date, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = date.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw new DateTimeException("not a digit");
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
