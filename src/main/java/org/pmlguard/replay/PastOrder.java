package org.pmlguard.replay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An order of the past, about to be signed again.
 *
 * @param signed when
 * @param draft the order as it lay under the prescriber's hand
 */
record PastOrder(Place place, Moment signed, JsonNode draft) {

    static final Set<String> TYPES = Set.of("MedicationRequest", "MedicationOrder", "MedicationPrescription");

    private static final Set<String> NEVER_SIGNED = Set.of("draft", "entered-in-error");
    private static final Set<String> NO_ORDER = Set.of("proposal", "plan", "option", "filler-order", "instance-order");

    /** What a prescription of an export is. */
    enum Kind {
        ORDER,
        /** A proposal, a plan, an option, or made by a system out of an order that was signed. */
        NOT_AN_ORDER,
        /** A draft, or entered in error. */
        NEVER_SIGNED,
        /** Written down from what somebody said. */
        REPORTED;

        String words() {
            return switch (this) {
                case ORDER -> "orders";
                case NOT_AN_ORDER -> "plans, proposals and orders made out of orders";
                case NEVER_SIGNED -> "drafts and rows entered in error";
                case REPORTED -> "reported from elsewhere";
            };
        }
    }

    static Kind kind(JsonNode prescription) {
        if (NEVER_SIGNED.contains(text(prescription, "status"))) {
            return Kind.NEVER_SIGNED;
        }
        if (NO_ORDER.contains(text(prescription, "intent"))) {
            return Kind.NOT_AN_ORDER;
        }
        boolean isReported =
                prescription.path("reportedBoolean").asBoolean(false) || prescription.has("reportedReference");
        return isReported ? Kind.REPORTED : Kind.ORDER;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("").strip().toLowerCase(Locale.ROOT);
    }

    /** The order, if it says when it was signed. Of what became of it later nothing stays. */
    static Optional<PastOrder> of(Place place, JsonNode prescription) {
        return AsOf.known(prescription).map(signed -> new PastOrder(place, signed, draft(prescription)));
    }

    private static JsonNode draft(JsonNode prescription) {
        ObjectNode draft = (ObjectNode) prescription.deepCopy();
        draft.put("status", "draft");
        draft.remove(List.of("dateEnded", "reasonEnded", "statusReason", "statusChanged"));
        return draft;
    }

    /** How the export names it, {@code MedicationRequest/7}. */
    String reference() {
        return draft.path("resourceType").asString("") + "/" + draft.path("id").asString("");
    }
}
