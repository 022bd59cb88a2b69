package org.pmlguard.vitals;

import org.pmlguard.hook.Rehearsal.Played;
import org.pmlguard.knowledge.Knowledge;
import tools.jackson.databind.JsonNode;

/**
 * An invented order of which we know what must be said.
 *
 * @param name short, for metrics and the log
 * @param expects what must be said
 * @param order the ordered drug, a FHIR CodeableConcept
 * @param prefetch resources by the key of their template; absent where nothing is sent
 */
record Canary(String name, Expected expects, JsonNode order, JsonNode prefetch) {

    /** What must be said. */
    sealed interface Expected {

        /** The rule speaks. */
        record RuleSpeaks(String id) implements Expected {}

        /** A card says that something could not be checked. */
        record Incomplete() implements Expected {}

        /** There is no card. */
        record Silence() implements Expected {}
    }

    /** Whether a card is due: then it must not be silence that goes out. */
    boolean expectsCard() {
        return !(expects instanceof Expected.Silence);
    }

    /** Not where a site switched the rule off. */
    boolean concerns(Knowledge knowledge) {
        return !(expects instanceof Expected.RuleSpeaks rule)
                || knowledge.rule(rule.id()).isPresent();
    }

    boolean sings(Played played) {
        return switch (expects) {
            case Expected.RuleSpeaks rule -> played.rules().contains(rule.id()) && played.cards() > 0;
            case Expected.Incomplete incomplete -> played.rules().isEmpty() && played.cards() > 0;
            case Expected.Silence silence -> played.cards() == 0;
        };
    }
}
