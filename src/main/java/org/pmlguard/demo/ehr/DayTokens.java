package org.pmlguard.demo.ehr;

import java.time.LocalDate;
import java.time.Period;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days in the files of named patients, so that the patients do not age: {@code {{today}}} is the day they are read,
 * {@code {{today-P3M}}} three months before it (an ISO 8601 period).
 */
public final class DayTokens {

    private static final Pattern DAY = Pattern.compile("\\{\\{today(?:-(P[0-9YMWD]+))?}}");

    private DayTokens() {}

    /** The text with days in the place of its tokens. */
    public static String resolved(String text, LocalDate today) {
        return DAY.matcher(text).replaceAll(token -> day(token, today).toString());
    }

    private static LocalDate day(MatchResult token, LocalDate today) {
        @Nullable String back = token.group(1);
        return back == null ? today : today.minus(Period.parse(back));
    }
}
