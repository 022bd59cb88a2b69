package org.pmlguard.hook;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.pmlguard.cdshooks.Action;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Indicator;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.ReviewTask;
import org.pmlguard.tenant.Tenant;
import org.springframework.stereotype.Component;

/**
 * What an EHR does by itself with an answer: put a task for the pharmacist into its own work list. Only for tenants that agreed
 * to it, only when an order is final, and only beside a card that warns: nothing is done that nobody was told of.
 */
@Component
class SystemActions {

    /** While orders are still chosen, each change would make another task. */
    private static final Set<String> FINAL = Set.of("order-sign", "order-dispatch");

    private final Clock clock;

    SystemActions(Clock clock) {
        this.clock = clock;
    }

    /** One task for the most urgent card that warns; none in DSTU2, which has no tasks. */
    List<Action> of(
            Tenant tenant, String hook, Optional<String> patient, Supplier<FhirVersion> version, List<Card> cards) {
        if (!tenant.terms().reviewTasks()
                || !FINAL.contains(hook)
                || patient.isEmpty()
                || version.get() == FhirVersion.DSTU2) {
            return List.of();
        }
        return cards.stream()
                .filter(card -> card.indicator() != Indicator.INFO)
                .findFirst()
                .map(card -> task(card, patient.get()))
                .stream()
                .toList();
    }

    private Action task(Card card, String patient) {
        ReviewTask task = new ReviewTask(
                patient,
                card.summary(),
                card.indicator() == Indicator.CRITICAL,
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        return new Action.Create("Ask the pharmacist to review this order", task.toFhir());
    }
}
