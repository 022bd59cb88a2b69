package org.pmlguard.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done with a case. */
enum Action {
    TAKE("took the case"),
    RELEASE("gave the case back"),
    NOTE("noted"),
    INTERVENTION("intervened"),
    CLOSE("closed the case"),
    REOPEN("reopened the case"),
    /** By the system: a later card took the place of one that nobody had answered or taken. */
    SUPERSEDE("a later card took its place");

    private final String words;

    Action(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Action> of(String code) {
        return Arrays.stream(values())
                .filter(action -> action.code().equals(code))
                .findFirst();
    }
}
