package org.pmlguard.cdshooks;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What the user is doing: the {@code context} of a call, one record for every hook of the CDS Hooks Library. As text,
 * none shows more than its kind: the rest is a patient's.
 */
public sealed interface Context {

    /** The patient, encounter and user. */
    Ids ids();

    /** The patient's FHIR id without its type; present in every published hook. */
    default Optional<String> patientId() {
        return ids().patientId();
    }

    /** The encounter's FHIR id without its type. */
    default Optional<String> encounterId() {
        return ids().encounterId();
    }

    /**
     * The user as the caller wrote it, normally {@code Practitioner/123}; never needed for a decision, so its absence
     * is let pass.
     */
    default Optional<String> userId() {
        return ids().userId();
    }

    /**
     * The value of a prefetch token, not yet encoded.
     *
     * @param name what stands between the braces: {@code context.patientId}, {@code userPractitionerId} (2.0.1,
     *     Prefetch tokens)
     * @return empty if this context has no value for it
     */
    default Optional<String> token(String name) {
        return switch (name) {
            case "context.patientId" -> patientId();
            case "context.encounterId" -> encounterId();
            case "context.userId" -> userId().filter(Ids::isReference);
            case "userPractitionerId" -> ids().user("Practitioner");
            case "userPractitionerRoleId" -> ids().user("PractitionerRole");
            case "userPatientId" -> ids().user("Patient");
            case "userRelatedPersonId" -> ids().user("RelatedPerson");
            default -> Optional.empty();
        };
    }

    /** A context that carries orders as resources. */
    sealed interface Orders extends Context {

        /** Every resource sent with the orders, including what they point to, in the caller's sequence. */
        List<Draft> bundle();

        /** The orders themselves. */
        default List<JsonNode> drafts() {
            return bundle().stream().filter(Draft::isOrder).map(Draft::resource).toList();
        }

        /** The orders this call is about: all of them, unless the hook lets the user pick. */
        default List<JsonNode> selected() {
            return drafts();
        }
    }

    /**
     * An order was picked and is not signed yet.
     *
     * @param selections which drafts were picked, as the caller wrote them; absent if the caller did not say
     */
    record OrderSelect(Ids ids, Optional<List<String>> selections, List<Draft> bundle) implements Orders {

        public OrderSelect {
            selections = selections.map(List::copyOf);
            bundle = List.copyOf(bundle);
        }

        @Override
        public String toString() {
            return "OrderSelect[***]";
        }

        /**
         * The picked orders. Names of unknown orders are ignored; if no name is known, or the caller did not say, then
         * all drafts count, since silence would read as "all clear". An empty list however is a statement: nothing is
         * picked yet.
         */
        @Override
        public List<JsonNode> selected() {
            return selections.map(this::named).orElseGet(this::drafts);
        }

        private List<JsonNode> named(List<String> names) {
            List<JsonNode> known = bundle.stream()
                    .filter(Draft::isOrder)
                    .filter(draft -> names.stream().anyMatch(draft::isNamedBy))
                    .map(Draft::resource)
                    .toList();
            return known.isEmpty() && !names.isEmpty() ? drafts() : known;
        }
    }

    /** Orders are about to be signed, or signed again; they need not be drafts any more. */
    record OrderSign(Ids ids, List<Draft> bundle) implements Orders {
        public OrderSign {
            bundle = List.copyOf(bundle);
        }
    }

    /** A patient or proxy asks to refill what was prescribed before. */
    record MedicationRefill(Ids ids, List<Draft> bundle) implements Orders {
        public MedicationRefill {
            bundle = List.copyOf(bundle);
        }
    }

    /** The forerunner of order-select and order-sign, deprecated in 2019; all its orders count as selected. */
    record MedicationPrescribe(Ids ids, List<Draft> bundle) implements Orders {
        public MedicationPrescribe {
            bundle = List.copyOf(bundle);
        }
    }

    /** A pharmacist verifies an order. */
    record MedicationVerify(Ids ids, List<Draft> bundle) implements Orders {
        public MedicationVerify {
            bundle = List.copyOf(bundle);
        }
    }

    /** The forerunner of order-sign, deprecated. */
    record OrderReview(Ids ids, List<Draft> bundle) implements Orders {
        public OrderReview {
            bundle = List.copyOf(bundle);
        }
    }

    /**
     * Signed orders go to whoever will carry them out.
     *
     * @param dispatchedOrders references to the orders, which are not in the call
     * @param performer reference to whoever will carry them out
     * @param fulfillmentTasks the Tasks that ask for it
     */
    record OrderDispatch(Ids ids, List<String> dispatchedOrders, String performer, List<JsonNode> fulfillmentTasks)
            implements Context {

        public OrderDispatch {
            dispatchedOrders = List.copyOf(dispatchedOrders);
            fulfillmentTasks = List.copyOf(fulfillmentTasks);
        }

        @Override
        public String toString() {
            return "OrderDispatch[***]";
        }

        @Override
        public Optional<String> token(String name) {
            return switch (name) {
                case "context.performer" -> Optional.of(performer).filter(Ids::isReference);
                case "context.dispatchedOrders" -> orderList();
                default -> Context.super.token(name);
            };
        }

        private Optional<String> orderList() {
            boolean all =
                    !dispatchedOrders.isEmpty() && dispatchedOrders.stream().allMatch(Ids::isReference);
            return all ? Optional.of(dispatchedOrders.stream().collect(Collectors.joining(","))) : Optional.empty();
        }
    }

    /** A patient's record is opened. */
    record PatientView(Ids ids) implements Context {}

    /** An encounter begins; the encounter id is present. */
    record EncounterStart(Ids ids) implements Context {}

    /** A patient is being discharged; the encounter id is present. */
    record EncounterDischarge(Ids ids) implements Context {}

    /** Appointments are about to be booked. */
    record AppointmentBook(Ids ids, List<JsonNode> appointments) implements Context {
        public AppointmentBook {
            appointments = List.copyOf(appointments);
        }

        @Override
        public String toString() {
            return "AppointmentBook[***]";
        }
    }

    /** Conditions were put on the problem list. */
    record ProblemListItemCreate(Ids ids, List<JsonNode> conditions) implements Context {
        public ProblemListItemCreate {
            conditions = List.copyOf(conditions);
        }

        @Override
        public String toString() {
            return "ProblemListItemCreate[***]";
        }
    }

    /** Allergies or intolerances are being recorded. */
    record AllergyIntoleranceCreate(Ids ids, List<JsonNode> allergyIntolerances) implements Context {
        public AllergyIntoleranceCreate {
            allergyIntolerances = List.copyOf(allergyIntolerances);
        }

        @Override
        public String toString() {
            return "AllergyIntoleranceCreate[***]";
        }
    }

    /**
     * The context of a hook that the library does not publish; the specification lets anybody define one.
     *
     * @param fields the context as it came, a JSON object
     */
    record Custom(Ids ids, JsonNode fields) implements Context {
        @Override
        public String toString() {
            return "Custom[***]";
        }

        @Override
        public Optional<String> token(String name) {
            return Context.super.token(name).or(() -> field(name));
        }

        private Optional<String> field(String name) {
            return name.startsWith("context.")
                    ? new Located("context", fields).text(name.substring("context.".length()))
                    : Optional.empty();
        }
    }
}
