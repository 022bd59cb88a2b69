package org.pmlguard.cdshooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Context.AllergyIntoleranceCreate;
import org.pmlguard.cdshooks.Context.AppointmentBook;
import org.pmlguard.cdshooks.Context.Custom;
import org.pmlguard.cdshooks.Context.EncounterDischarge;
import org.pmlguard.cdshooks.Context.EncounterStart;
import org.pmlguard.cdshooks.Context.MedicationPrescribe;
import org.pmlguard.cdshooks.Context.MedicationRefill;
import org.pmlguard.cdshooks.Context.MedicationVerify;
import org.pmlguard.cdshooks.Context.OrderDispatch;
import org.pmlguard.cdshooks.Context.OrderReview;
import org.pmlguard.cdshooks.Context.OrderSelect;
import org.pmlguard.cdshooks.Context.OrderSign;
import org.pmlguard.cdshooks.Context.Orders;
import org.pmlguard.cdshooks.Context.PatientView;
import org.pmlguard.cdshooks.Context.ProblemListItemCreate;
import tools.jackson.databind.JsonNode;

/** Reads the {@code context} of a call in the shape of any year since 2017. */
final class ContextReader {

    /** The names under which orders have been sent; a hook's own name for them comes first. */
    private static final List<String> ORDER_NAMES =
            List.of("draftOrders", "orders", "medications", "medication", "order");

    /** Stands for an entry that is no reference, so that a list of nonsense is not taken for an empty list. */
    private static final String UNREADABLE = "";

    private final Located call;
    private final Located context;

    ContextReader(Located call) {
        this.call = call;
        this.context = call.member("context")
                .filter(found -> found.json().isContainer())
                .orElseThrow(() -> call.refusal("context", "The context is required and must be a JSON object."));
    }

    Context read(String hook) {
        return switch (hook) {
            case "order-select" -> new OrderSelect(patient(), selections(), orders("draftOrders"));
            case "order-sign" -> orders("draftOrders", OrderSign::new);
            case "medication-refill" -> orders("medications", MedicationRefill::new);
            case "medication-prescribe" -> orders("medications", MedicationPrescribe::new);
            case "medication-verify" -> orders("medication", MedicationVerify::new);
            case "order-review" -> orders("orders", OrderReview::new);
            case "order-dispatch" -> dispatch();
            case "patient-view" -> new PatientView(patient());
            case "encounter-start" -> new EncounterStart(encounter());
            case "encounter-discharge" -> new EncounterDischarge(encounter());
            case "appointment-book" -> new AppointmentBook(patient(), resources("appointments"));
            case "problem-list-item-create" -> new ProblemListItemCreate(patient(), resources("conditions"));
            case "allergyintolerance-create" ->
                new AllergyIntoleranceCreate(patient(), resources("allergyIntolerance", "allergyIntolerances"));
            default -> custom();
        };
    }

    /** Arrays are a habit of the published hooks of 2017 only. */
    private Custom custom() {
        if (!context.json().isObject()) {
            throw context.refusal("The context must be a JSON object.");
        }
        return new Custom(ids(), context.json());
    }

    /** Before 1.0 the three ids stood beside the context, as {@code patient}, {@code encounter} and {@code user}. */
    private Ids ids() {
        return new Ids(
                context.text("patientId").or(() -> call.text("patient")).flatMap(id -> Ids.bare("Patient", id)),
                context.text("encounterId").or(() -> call.text("encounter")).flatMap(id -> Ids.bare("Encounter", id)),
                context.text("userId").or(() -> call.text("user")));
    }

    private Ids patient() {
        Ids ids = ids();
        require(ids.patientId(), "patientId", "The patient's FHIR id is required.");
        return ids;
    }

    private Ids encounter() {
        Ids ids = patient();
        require(ids.encounterId(), "encounterId", "The encounter's FHIR id is required for this hook.");
        return ids;
    }

    private <T> T require(Optional<T> value, String name, String rule) {
        return value.orElseThrow(() -> context.refusal(name, rule));
    }

    private Orders orders(String name, BiFunction<Ids, List<Draft>, Orders> hook) {
        return hook.apply(patient(), orders(name));
    }

    /** In 2017 the context was the order, or an array of orders, itself. */
    private List<Draft> orders(String name) {
        boolean isItself = context.json().isArray() || context.json().has("resourceType");
        return isItself ? Draft.unwrap(context.json()) : Draft.unwrap(bundle(name));
    }

    private JsonNode bundle(String name) {
        Stream<String> names = Stream.concat(Stream.of(name), ORDER_NAMES.stream());
        return firstContainer(names)
                .orElseThrow(() -> context.refusal(name, "The orders are required and must be a FHIR Bundle."));
    }

    private Optional<JsonNode> firstContainer(Stream<String> names) {
        return names.flatMap(name -> context.member(name).stream())
                .map(Located::json)
                .filter(ContextReader::mayHoldResources)
                .findFirst();
    }

    private static boolean mayHoldResources(JsonNode node) {
        return node.isArray() || (node.isObject() && !node.isEmpty());
    }

    private List<JsonNode> resources(String... names) {
        JsonNode found = firstContainer(Stream.of(names))
                .orElseThrow(() -> context.refusal(names[0], "The resources are required, as FHIR JSON."));
        return Draft.unwrap(found).stream().map(Draft::resource).toList();
    }

    private Optional<List<String>> selections() {
        return context.member("selections").map(ContextReader::references);
    }

    /**
     * The strings of an array, or the one string that stands where an array should; a Reference object counts by its
     * reference.
     */
    private static List<String> references(Located list) {
        List<String> references = new ArrayList<>();
        for (JsonNode each : list.json().isArray() ? list.json().values() : List.of(list.json())) {
            Located item = new Located(list.path(), each);
            references.add(item.text().or(() -> item.text("reference")).orElse(UNREADABLE));
        }
        return List.copyOf(references);
    }

    /**
     * Version 1.0 of the hook had one {@code order} and one {@code task}; the library's own example misspells the
     * tasks.
     */
    private OrderDispatch dispatch() {
        Located orders = require(
                context.member("dispatchedOrders").or(() -> context.member("order")),
                "dispatchedOrders",
                "References to the dispatched orders are required.");
        String performer = require(context.text("performer"), "performer", "A reference to the performer is required.");
        Optional<JsonNode> tasks = firstContainer(Stream.of("fulfillmentTasks", "fulfillment-tasks", "task"));
        return new OrderDispatch(
                patient(),
                references(orders).stream().filter(text -> !text.isEmpty()).toList(),
                performer,
                tasks.map(Draft::unwrap).orElse(List.of()).stream()
                        .map(Draft::resource)
                        .toList());
    }
}
