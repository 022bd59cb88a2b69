package org.pmlguard.tenant.token;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long a key set may be held, from its {@code Cache-Control}: at least a minute, at most an hour. */
final class MaxAge {

    private static final Pattern SECONDS = Pattern.compile("(?:^|[\\s,])max-age=(\\d{1,9})(?:$|[\\s,])");
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofHours(1);

    private MaxAge() {}

    static Duration of(List<String> cacheControl) {
        String directives = String.join(",", cacheControl);
        if (directives.contains("no-store") || directives.contains("no-cache")) {
            return LEAST;
        }
        Matcher age = SECONDS.matcher(directives);
        return age.find() ? within(Duration.ofSeconds(Long.parseLong(age.group(1)))) : MOST;
    }

    private static Duration within(Duration age) {
        return age.compareTo(LEAST) < 0 ? LEAST : age.compareTo(MOST) > 0 ? MOST : age;
    }
}
