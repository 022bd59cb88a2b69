package org.pmlguard.risk.memory;

import java.util.List;

/**
 * An answer that no longer holds.
 *
 * @param why what has changed since, one at least
 */
public record Lapse(PastAnswer answer, List<Change> why) {
    public Lapse {
        why = List.copyOf(why);
    }
}
