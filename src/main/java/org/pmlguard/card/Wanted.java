package org.pmlguard.card;

import java.util.Map;

/** What the loader has already made sure of. */
final class Wanted {

    private Wanted() {}

    static <T> T in(Map<String, T> entries, String id) {
        T entry = entries.get(id);
        if (entry == null) {
            throw new IllegalStateException("the knowledge pack was loaded without " + id);
        }
        return entry;
    }
}
