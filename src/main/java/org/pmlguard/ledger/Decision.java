package org.pmlguard.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.tenant.Tenant;
import org.pmlguard.tenant.Terms;

/**
 * One answer to a call with a watched drug, as it is recorded.
 *
 * @param id ours; a call may be repeated, so that its {@code hookInstance} names no decision
 * @param patient the FHIR id as the EHR sent it
 * @param prescriber the user as the EHR sent it, {@code Practitioner/123}
 * @param orders one for each watched drug: all that was found, what of it was said and what stayed quiet
 * @param unidentified why the drug of an order could not be told
 * @param cards as they were shown, or would have been
 * @param shadow whether the tenant is in shadow mode, so that none of the cards was shown
 */
public record Decision(
        UUID id,
        Instant at,
        String tenant,
        String service,
        String hook,
        Optional<String> hookInstance,
        Optional<String> patient,
        Optional<String> prescriber,
        Knowledge.Edition knowledge,
        List<Recall> orders,
        List<Gap> unidentified,
        List<Card> cards,
        Timings timings,
        boolean shadow) {

    public Decision {
        orders = List.copyOf(orders);
        unidentified = List.copyOf(unidentified);
        cards = List.copyOf(cards);
    }

    /** A decision on a call. Nothing of the call's token or prefetch is kept. */
    public static Decision on(
            Call call,
            Tenant tenant,
            Service service,
            Instant at,
            Knowledge.Edition knowledge,
            List<Recall> orders,
            List<Gap> unidentified,
            List<Card> cards,
            Timings timings) {
        return new Decision(
                TimeOrderedId.at(at),
                at,
                tenant.id(),
                service.id(),
                call.hook(),
                call.hookInstance(),
                call.context().patientId(),
                call.context().userId(),
                knowledge,
                orders,
                unidentified,
                cards,
                timings,
                tenant.terms().mode() == Terms.Mode.SHADOW);
    }

    /** Shows the id only: the rest is a patient's. */
    @Override
    public String toString() {
        return "Decision[" + id + "]";
    }
}
