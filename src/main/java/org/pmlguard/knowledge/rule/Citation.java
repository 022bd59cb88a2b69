package org.pmlguard.knowledge.rule;

import java.util.Optional;

/**
 * A source.
 *
 * @param cite short enough for a card's last line
 * @param where an address or identifier
 * @param seen how far the source itself was read
 */
public record Citation(String id, String cite, Optional<String> where, Seen seen) {

    /** How far a source was read when the pack was made. */
    public enum Seen {
        /** In full. */
        FULL,
        /** The part that matters, or the abstract. */
        PART,
        /** Through another text that reports it. */
        SECONDARY
    }
}
