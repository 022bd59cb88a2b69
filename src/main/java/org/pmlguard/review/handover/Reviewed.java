package org.pmlguard.review.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.ledger.Recorded;
import org.pmlguard.risk.Fact;

/**
 * A case with what was done about it.
 *
 * @param id the card's
 * @param drug its id; empty for the card that says what could not be checked
 * @param standing open, taken, closed or superseded
 * @param answer of the prescriber: none, accepted or overridden
 * @param decision the card came from
 * @param card as it was shown
 * @param trail what the desk did, earliest first
 */
public record Reviewed(
        UUID id,
        String drug,
        String standing,
        Optional<String> assignee,
        String answer,
        Recorded.Case decision,
        Recorded.Shown card,
        List<Step> trail) {

    public Reviewed {
        trail = List.copyOf(trail);
    }

    /**
     * A line of the trail.
     *
     * @param action its code
     * @param code from a list, where the action has one
     * @param words what was done
     */
    public record Step(
            Instant at, String staff, String action, Optional<String> code, String words, Optional<String> note) {
        @Override
        public String toString() {
            return "Step[" + action + "]";
        }
    }

    /** The drugs in the call that the card is about; the card without a drug stands for all. */
    List<Recorded.Order> orders() {
        return decision.orders().stream()
                .filter(order -> drug.isEmpty() || order.drug().equals(drug))
                .toList();
    }

    List<Recorded.Spoke> findings() {
        return orders().stream().flatMap(order -> order.findings().stream()).toList();
    }

    /** What the findings rest on, each once. */
    List<Fact> facts() {
        return findings().stream()
                .flatMap(finding -> finding.facts().stream())
                .distinct()
                .toList();
    }

    /** What people did about it: interventions and how it was closed. */
    List<Step> measures() {
        return trail.stream().filter(step -> step.code().isPresent()).toList();
    }

    @Override
    public String toString() {
        return "Reviewed[" + id + "]";
    }
}
