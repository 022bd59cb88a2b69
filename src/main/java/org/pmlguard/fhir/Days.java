package org.pmlguard.fhir;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads FHIR dates of any precision. The day is the one written, in the time zone it was written in. */
final class Days {

    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ].*)?)?)?");

    private Days() {}

    /** The earliest day a date can mean; empty if it is none. */
    static Optional<LocalDate> read(String date) {
        Matcher parts = DATE.matcher(date);
        return parts.matches() ? day(parts) : Optional.empty();
    }

    private static Optional<LocalDate> day(MatchResult parts) {
        try {
            return Optional.of(LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(MatchResult parts, int group) {
        String digits = parts.group(group);
        return digits == null ? 1 : Integer.parseInt(digits);
    }
}
