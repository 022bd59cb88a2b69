package org.pmlguard.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.pmlguard.risk.Fact;

/** What stands in the ledger, as it is read again. None of it shows more than its kind as text: it is a patient's. */
public sealed interface Recorded {

    /**
     * A decision with everything that belongs to it.
     *
     * @param indicator of the most urgent card; empty where none was shown
     */
    record Case(
            UUID id,
            Instant at,
            String tenant,
            String service,
            String hook,
            Optional<String> hookInstance,
            Optional<String> patient,
            Optional<String> prescriber,
            Optional<String> indicator,
            String knowledgeVersion,
            String knowledgeSha256,
            List<Lack> unidentified,
            long chartMicros,
            long assessMicros,
            long totalMicros,
            List<Order> orders,
            List<Shown> cards,
            List<Heard> feedback)
            implements Recorded {

        /** The same with what belongs to it. */
        Case with(List<Order> drugs, List<Shown> shown, List<Heard> heard) {
            return new Case(
                    id,
                    at,
                    tenant,
                    service,
                    hook,
                    hookInstance,
                    patient,
                    prescriber,
                    indicator,
                    knowledgeVersion,
                    knowledgeSha256,
                    unidentified,
                    chartMicros,
                    assessMicros,
                    totalMicros,
                    drugs,
                    shown,
                    heard);
        }

        /** The same for readers outside: other names of people, nothing that points into the record, no comments. */
        Case without(Optional<String> patientName, Optional<String> prescriberName, UnaryOperator<Fact> unnamed) {
            return new Case(
                    id,
                    at,
                    tenant,
                    service,
                    hook,
                    Optional.empty(),
                    patientName,
                    prescriberName,
                    indicator,
                    knowledgeVersion,
                    knowledgeSha256,
                    unidentified,
                    chartMicros,
                    assessMicros,
                    totalMicros,
                    orders.stream().map(order -> order.without(unnamed)).toList(),
                    cards,
                    feedback.stream().map(Heard::without).toList());
        }

        @Override
        public String toString() {
            return "Case[" + id + "]";
        }
    }

    /**
     * A watched drug in a call.
     *
     * @param outcome {@code concern}, {@code quiet}, {@code incomplete}, {@code clear}, or {@code shadow} for a card that was
     *     only recorded
     * @param stratum the rules that spoke with their levels, and the exposure band
     * @param inputs what the concern rested on, as JSON; empty without a concern
     * @param lapse what had changed since an earlier answer, as JSON
     */
    record Order(
            int position,
            String orderReference,
            String drug,
            String recognisedBy,
            String outcome,
            Optional<String> indicator,
            String stratum,
            Optional<String> inputs,
            List<Lack> gaps,
            Optional<String> lapse,
            List<Spoke> findings)
            implements Recorded {

        /** The outcome of a tenant in shadow mode, where another would have got a card. */
        public static final String SHADOW = "shadow";

        Order without(UnaryOperator<Fact> unnamed) {
            return new Order(
                    position,
                    "",
                    drug,
                    recognisedBy,
                    outcome,
                    indicator,
                    stratum,
                    inputs,
                    gaps,
                    lapse,
                    findings.stream().map(spoke -> spoke.without(unnamed)).toList());
        }

        @Override
        public String toString() {
            return "Order[" + drug + "]";
        }
    }

    /**
     * A rule that spoke.
     *
     * @param floor whether it may never be quiet
     * @param quietBecause why it was not said; empty if it was
     * @param quietByCard the card whose answer keeps it quiet
     */
    record Spoke(
            String rule,
            String version,
            String indicator,
            String grade,
            boolean floor,
            List<Fact> facts,
            Optional<String> quietBecause,
            Optional<UUID> quietByCard)
            implements Recorded {

        /** How {@code quietBecause} begins where a rule or a tenant is in shadow. */
        public static final String IN_SHADOW = "in shadow";

        Spoke without(UnaryOperator<Fact> unnamed) {
            return new Spoke(
                    rule,
                    version,
                    indicator,
                    grade,
                    floor,
                    facts.stream().map(unnamed).toList(),
                    quietBecause,
                    quietByCard);
        }

        @Override
        public String toString() {
            return "Spoke[" + rule + "]";
        }
    }

    /**
     * A card as the prescriber saw it.
     *
     * @param drug empty on the card that says what could not be checked
     */
    record Shown(
            UUID uuid,
            Optional<String> drug,
            String indicator,
            String summary,
            String detail,
            List<Offer> suggestions,
            List<Reason> reasons)
            implements Recorded {
        @Override
        public String toString() {
            return "Shown[" + uuid + "]";
        }
    }

    /**
     * What a prescriber did with a card.
     *
     * @param outcome {@code accepted} or {@code overridden}
     * @param reason as the EHR sent it
     * @param comment of the prescriber: a patient's data, and not to be trusted as markup
     * @param acted when, as the EHR says
     * @param received when we heard of it
     */
    record Heard(
            UUID card,
            String outcome,
            List<String> suggestions,
            Optional<Reason> reason,
            Optional<String> comment,
            Optional<Instant> acted,
            Instant received)
            implements Recorded {
        Heard without() {
            return new Heard(card, outcome, suggestions, reason, Optional.empty(), acted, received);
        }

        @Override
        public String toString() {
            return "Heard[" + card + "]";
        }
    }

    /** A suggestion of a card. */
    record Offer(UUID uuid, String label, boolean recommended) implements Recorded {}

    /** A coded reason, in the words it was offered with. */
    record Reason(String system, String code, String display) implements Recorded {}

    /** A gap: its code, and what people read. */
    record Lack(String code, String text) implements Recorded {}
}
