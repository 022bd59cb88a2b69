package org.pmlguard.cdshooks;

import java.util.Optional;

/**
 * Why a card was overridden (2.0.1, OverrideReason).
 *
 * @param reason the reason chosen from the card's list
 * @param userComment what the clinician wrote: a patient's data, and not to be trusted as markup
 */
public record OverrideReason(Optional<Coding> reason, Optional<String> userComment) {

    /** Shows the reason only. */
    @Override
    public String toString() {
        return "OverrideReason[" + reason + "]";
    }
}
