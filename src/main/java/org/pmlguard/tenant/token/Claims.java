package org.pmlguard.tenant.token;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims of a token, of the right kinds; what they say is not verified yet. */
record Claims(
        String issuer,
        List<String> audience,
        Instant issued,
        Instant expires,
        Optional<Instant> notBefore,
        String id,
        Optional<String> tenant) {

    private static final int LONGEST_TEXT = 255;
    private static final int MOST_AUDIENCES = 10;
    private static final long LAST_SECOND = 100_000_000_000L;
    private static final Duration SKEW = Duration.ofSeconds(60);

    /**
     * Reads the payload of a token.
     *
     * @throws NotTrusted if a required claim is absent, or one is of the wrong kind
     */
    static Claims read(Map<String, Object> payload) {
        return new Claims(
                text(payload.get("iss")),
                audience(payload.get("aud")),
                time(payload.get("iat")),
                time(payload.get("exp")),
                Optional.ofNullable(payload.get("nbf")).map(Claims::time),
                text(payload.get("jti")),
                Optional.ofNullable(payload.get("tenant")).map(Claims::text));
    }

    /** Whether the token is in force, with a minute of grace for clocks that differ, and was not made to last. */
    boolean isInForce(Instant now, Duration longestLife) {
        Duration life = Duration.between(issued, expires);
        return life.isPositive()
                && life.compareTo(longestLife) <= 0
                && now.isBefore(expires.plus(SKEW))
                && !issued.isAfter(now.plus(SKEW))
                && notBefore.map(start -> !start.isAfter(now.plus(SKEW))).orElse(true);
    }

    /** From when on the token cannot be used any more. */
    Instant over() {
        return expires.plus(SKEW);
    }

    private static String text(@Nullable Object claim) {
        if (claim instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT) {
            return text;
        }
        throw new NotTrusted(Fault.MALFORMED);
    }

    private static List<String> audience(@Nullable Object claim) {
        List<?> all =
                claim instanceof List<?> list ? list : Stream.ofNullable(claim).toList();
        if (all.isEmpty() || all.size() > MOST_AUDIENCES) {
            throw new NotTrusted(Fault.MALFORMED);
        }
        return all.stream().map(Claims::text).toList();
    }

    private static Instant time(@Nullable Object claim) {
        if (claim instanceof Number seconds && Math.abs(seconds.doubleValue()) < LAST_SECOND) {
            return Instant.ofEpochSecond(seconds.longValue());
        }
        throw new NotTrusted(Fault.MALFORMED);
    }
}
