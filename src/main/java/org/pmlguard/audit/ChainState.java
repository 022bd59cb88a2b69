package org.pmlguard.audit;

import java.util.Optional;

/**
 * How the chain does, without looking at the database: for health and metrics.
 *
 * @param sealed seals that this server has seen in the chain
 * @param waiting entries it has heard of and not sealed yet
 * @param last what the last check of the whole chain found; empty before the first
 */
public record ChainState(long sealed, int waiting, Optional<Verdict> last) {

    /** Whether no check has found anything wrong. */
    public boolean isIntact() {
        return last.map(Verdict::isIntact).orElse(true);
    }
}
