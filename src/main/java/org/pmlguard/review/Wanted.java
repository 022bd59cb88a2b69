package org.pmlguard.review;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which cases a reader wants to see; a blank part asks for nothing.
 *
 * @param status {@code waiting} if blank; {@code open}, {@code taken}, {@code closed}, {@code superseded}, {@code mine},
 *     {@code all}
 * @param answer what the prescriber did: {@code none}, {@code accepted}, {@code overridden}
 * @param after the last line of the page before
 */
record Wanted(String status, String indicator, String drug, String answer, String tenant, String after) {

    private static final Pattern PLACE = Pattern.compile("([0-9]{1,18})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    /** A line of the queue, as what comes after it is asked for. */
    record Place(long place, UUID id) {
        @Override
        public String toString() {
            return place + "_" + id;
        }
    }

    /** Where the page before ended; a place that cannot be read is the beginning. */
    Optional<Place> begin() {
        Matcher parts = PLACE.matcher(after);
        return parts.matches()
                ? Optional.of(new Place(Long.parseLong(parts.group(1)), UUID.fromString(parts.group(2))))
                : Optional.empty();
    }

    public boolean isNarrow() {
        return !(status.isBlank() && indicator.isBlank() && drug.isBlank() && answer.isBlank() && tenant.isBlank());
    }

    public boolean isFirst() {
        return begin().isEmpty();
    }
}
