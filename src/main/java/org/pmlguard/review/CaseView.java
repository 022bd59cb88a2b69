package org.pmlguard.review;

import java.util.List;
import java.util.Optional;
import org.pmlguard.ledger.Recorded;
import org.pmlguard.risk.Fact;

/**
 * A case as its page shows it.
 *
 * @param card as the prescriber saw it, or would have
 * @param decision the card came from
 * @param facts what the findings of this drug rest on, each once
 * @param said the rules that spoke on the card
 * @param quiet the rules that held and were not said
 * @param gaps what was not known
 * @param answers what the prescriber did with the card
 * @param trail the audit trail
 * @param history every decision on record on this patient and drug, latest first
 */
record CaseView(
        Line line,
        Recorded.Shown card,
        Recorded.Case decision,
        List<Fact> facts,
        List<Recorded.Spoke> said,
        List<Recorded.Spoke> quiet,
        List<Recorded.Lack> gaps,
        List<Recorded.Heard> answers,
        List<Entry> trail,
        List<Past> history,
        Timeline timeline) {

    CaseView {
        facts = List.copyOf(facts);
        said = List.copyOf(said);
        quiet = List.copyOf(quiet);
        gaps = List.copyOf(gaps);
        answers = List.copyOf(answers);
        trail = List.copyOf(trail);
        history = List.copyOf(history);
    }

    /** Whether the card was only recorded, because its tenant is in shadow mode. */
    public boolean isShadow() {
        return decision.orders().stream().anyMatch(order -> order.outcome().equals(Recorded.Order.SHADOW));
    }

    /**
     * A decision on the same patient and drug.
     *
     * @param outcome {@code concern}, {@code quiet}, {@code incomplete}, {@code clear} or {@code shadow}
     * @param card that was shown about the drug; empty if none was
     * @param answer of the prescriber, in words; empty if none came
     * @param status of its case; empty if it is none
     */
    record Past(
            Recorded.Case decision,
            String outcome,
            Optional<Recorded.Shown> card,
            String answer,
            String status,
            List<String> quiet,
            boolean isThis) {
        Past {
            quiet = List.copyOf(quiet);
        }

        @Override
        public String toString() {
            return "Past[" + decision.id() + "]";
        }
    }

    @Override
    public String toString() {
        return "CaseView[" + line.id() + "]";
    }
}
