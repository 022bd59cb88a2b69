package org.pmlguard.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that somebody did with the records.
 *
 * @param staff the name of an account; empty if a log-in named none of ours
 * @param isDone or refused
 * @param patient FHIR id
 * @param about what was exported or looked for, in words of ours
 * @param address from which network address
 */
public record Access(
        UUID id,
        Instant at,
        String staff,
        Deed deed,
        boolean isDone,
        Optional<String> tenant,
        Optional<String> patient,
        Optional<UUID> caseId,
        String about,
        Optional<String> address) {

    /** Shows no patient. */
    @Override
    public String toString() {
        return "Access[" + deed + "]";
    }
}
