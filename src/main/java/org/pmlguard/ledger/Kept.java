package org.pmlguard.ledger;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How things are written into columns, the same for both databases. */
final class Kept {

    static final JsonMapper JSON = JsonMapper.builder().build();

    static final int NAME = 200;
    static final int REFERENCE = 500;
    static final int COMMENT = 10_000;

    private Kept() {}

    /** Text of a caller: no character a database refuses, and no longer than its column. */
    static String text(String given, int longest) {
        StringBuilder kept = new StringBuilder();
        given.codePoints()
                .map(letter -> letter == 0 || isHalf(letter) ? 0xFFFD : letter)
                .forEach(kept::appendCodePoint);
        return kept.length() <= longest ? kept.toString() : whole(kept.substring(0, longest));
    }

    static @Nullable String text(Optional<String> given, int longest) {
        return given.map(text -> text(text, longest)).orElse(null);
    }

    /** A cut may have gone through the middle of a character. */
    private static String whole(String cut) {
        return Character.isHighSurrogate(cut.charAt(cut.length() - 1)) ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static boolean isHalf(int letter) {
        return letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
    }

    /** In UTC and in microseconds, which is what both databases keep. */
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime time(Optional<Instant> instant) {
        return instant.map(Kept::time).orElse(null);
    }

    /** A row, in which a column may be empty. */
    @SuppressWarnings("NullAway") // Spring's batches take plain arrays
    static Object[] row(@Nullable Object... columns) {
        return columns;
    }

    static String json(Object value) {
        return JSON.writeValueAsString(value);
    }
}
