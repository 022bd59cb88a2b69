package org.pmlguard.cdshooks;

import java.util.List;
import java.util.UUID;

/**
 * Something the user can accept with one click (2.0.1, Suggestion).
 *
 * @param label what the user reads, never blank
 * @param uuid by which feedback names it
 * @param isRecommended whether it is the one to prefer
 * @param actions all of them are carried out together; may be empty
 */
public record Suggestion(String label, UUID uuid, boolean isRecommended, List<Action> actions) {

    public Suggestion {
        Rules.text("suggestion.label", label);
        actions = List.copyOf(actions);
    }

    /** A suggestion with an id of its own. */
    public static Suggestion of(String label, List<Action> actions) {
        return new Suggestion(label, UUID.randomUUID(), false, actions);
    }

    /** The same suggestion as the one to prefer. */
    public Suggestion recommended() {
        return new Suggestion(label, uuid, true, actions);
    }
}
