package org.pmlguard.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * When something was so, as FHIR writes it: to the second, or only to the day. A partial date stands for the earliest day it
 * can mean.
 *
 * @param day as it is written, in the zone it is written in
 * @param instant where a time with its zone is written
 */
record Moment(LocalDate day, Optional<Instant> instant) {

    private static final int DAY = 10;

    /** The moment a text means; empty if it means none. */
    static Optional<Moment> of(String text) {
        try {
            return Optional.of(new Moment(LocalDate.parse(whole(text)), instant(text)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String whole(String text) {
        return switch (text.length()) {
            case 4 -> text + "-01-01";
            case 7 -> text + "-01";
            default -> text.length() > DAY && text.charAt(DAY) == 'T' ? text.substring(0, DAY) : text;
        };
    }

    private static Optional<Instant> instant(String text) {
        try {
            return text.length() > DAY ? Optional.of(OffsetDateTime.parse(text).toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it lies behind another; within one day only if both say their time. */
    boolean isAfter(Moment other) {
        return (instant.isPresent() && other.instant.isPresent())
                ? instant.get().isAfter(other.instant.get())
                : day.isAfter(other.day);
    }

    /** The later of two. */
    Moment orLater(Moment other) {
        return other.isAfter(this) ? other : this;
    }
}
