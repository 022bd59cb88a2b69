package org.pmlguard.cdshooks;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules of the specification that hold for many elements we send (2.0.1, General JSON rules). */
final class Rules {

    private Rules() {}

    static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    static String text(String element, String value) {
        require(!value.isBlank(), element + " must not be blank");
        return value;
    }

    static void text(String element, Optional<String> value) {
        value.ifPresent(present -> text(element, present));
    }

    /** A URL a browser can open. */
    static URI url(String element, URI value) {
        String scheme = value.getScheme();
        boolean web = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
        require(web && value.getHost() != null, element + " must be an absolute http or https URL");
        return value;
    }

    static void url(String element, Optional<URI> value) {
        value.ifPresent(present -> url(element, present));
    }

    static <T> void unique(String element, List<T> things, Function<T, ?> id) {
        long distinct = things.stream().map(id).distinct().count();
        require(distinct == things.size(), element + " must be unique");
    }
}
