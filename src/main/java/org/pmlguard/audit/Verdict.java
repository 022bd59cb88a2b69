package org.pmlguard.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What a check of the chain found.
 *
 * @param sealed how many seals were checked, and so the number of the last one
 * @param seal the last one
 * @param broken the first entry that is not as it was sealed
 * @param unsealed entries that have no seal yet
 * @param late entries that were sealed more than an hour after they happened: written while the database was away, or put in later
 * @param forgotten entries that are gone because their time was over
 */
public record Verdict(
        Instant at, long sealed, String seal, Optional<Broken> broken, long unsealed, long late, long forgotten) {

    /**
     * The first thing that is wrong.
     *
     * @param number of the seal
     * @param entry kind and id; empty where the seal itself is missing
     * @param what is wrong, in words
     */
    public record Broken(long number, String entry, String what) {}

    /** Whether everything is as it was sealed. */
    public boolean isIntact() {
        return broken.isEmpty();
    }

    /** In one sentence. */
    public String words() {
        return broken.map(one -> "Broken at seal " + one.number()
                        + (one.entry().isEmpty() ? "" : " (" + one.entry() + ")") + ": " + one.what() + ".")
                .orElse("Intact: " + sealed + " seals, each entry as it was sealed.");
    }
}
