package org.pmlguard.connect.dsi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the versions of the knowledge pack were released, from the headings of its change log.
 *
 * @param days by version, the newest first
 */
public record Releases(Map<String, String> days) {

    private static final String CHANGELOG = "/knowledge/CHANGELOG.md";
    private static final Pattern HEADING = Pattern.compile("(?m)^## (\\S+) \\((\\d{4}-\\d{2}-\\d{2})\\)$");

    /** Those of the pack that is packed with the program. */
    public static Releases shipped() {
        try (InputStream file = Releases.class.getResourceAsStream(CHANGELOG)) {
            if (file == null) {
                throw new IllegalStateException("no file at " + CHANGELOG);
            }
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Releases read(String changelog) {
        Map<String, String> days = new LinkedHashMap<>();
        Matcher heading = HEADING.matcher(changelog);
        while (heading.find()) {
            days.put(heading.group(1), heading.group(2));
        }
        return new Releases(days);
    }

    /** The day of a version, as {@code 2026-11-21}. */
    Optional<String> of(String version) {
        return Optional.ofNullable(days.get(version));
    }

    /** The day of the first version. */
    String first() {
        return days.values().stream().reduce((newer, older) -> older).orElse(SourceAttributes.NOT_PROVIDED);
    }
}
