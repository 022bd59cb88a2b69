package org.pmlguard.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Section;
import tools.jackson.databind.JsonNode;

/** Reads the drug orders under the prescriber's hand. No tree of JSON makes it fail. */
public final class OrderReader {

    static final Set<String> TYPES = Set.of("MedicationRequest", "MedicationOrder", "MedicationPrescription");
    private static final Set<String> STOPPING =
            Set.of("stopped", "discontinued", "cancelled", "completed", "ended", "entered-in-error");

    /** The orders a call is about. Of the chart nothing is read; only a Medication that is given by reference alone is fetched. */
    public DraftOrders read(Call call, Outbound out) {
        return switch (call.context()) {
            case Context.Orders orders -> read(call, orders.selected(), out);
            case Context.OrderDispatch dispatch -> dispatched(call, DispatchedOrders.of(dispatch, call, out), out);
            default -> DraftOrders.NONE;
        };
    }

    private static DraftOrders dispatched(Call call, DispatchedOrders orders, Outbound out) {
        DraftOrders read = read(call, orders.found(), out);
        return new DraftOrders(
                Stream.concat(read.orders().stream(), orders.missing().stream()).toList(), read.ofOtherPatients());
    }

    private static DraftOrders read(Call call, List<JsonNode> orders, Outbound out) {
        List<JsonNode> drafts = orders.stream().filter(OrderReader::isDrugOrder).toList();
        Map<Boolean, List<JsonNode>> byOwner = drafts.stream()
                .collect(Collectors.partitioningBy(
                        draft -> Owner.of(draft, call.context().patientId()) == Owner.OTHER));
        return new DraftOrders(
                orders(byOwner.getOrDefault(false, List.of()), call, out),
                orders(byOwner.getOrDefault(true, List.of()), call, Outbound.none(Gap.Cause.WRONG_PATIENT)));
    }

    private static List<Order> orders(List<JsonNode> drafts, Call call, Outbound out) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        Neighbours near = Neighbours.of(call, List.of());
        ProductReader products = new ProductReader(near);
        MedicationLookup lookup =
                MedicationLookup.of(drafts.stream().flatMap(draft -> products.lookup(draft).stream()), near, out);
        return drafts.stream()
                .map(draft -> new Order(
                        TypedId.nameOf(draft),
                        product(draft, products, lookup),
                        DosingReader.read(draft),
                        purpose(draft),
                        stage(call)))
                .toList();
    }

    private static Order.Stage stage(Call call) {
        return switch (call.context()) {
            case Context.MedicationVerify verify -> Order.Stage.SIGNED;
            case Context.OrderDispatch dispatch -> Order.Stage.SIGNED;
            default -> Order.Stage.DRAFT;
        };
    }

    private static Known<Product> product(JsonNode draft, ProductReader products, MedicationLookup lookup) {
        Optional<Fetched> fetched = products.lookup(draft).map(lookup::medication);
        Optional<Gap> missing = fetched.flatMap(OrderReader::failure).map(why -> Gap.in(Section.ORDERED_DRUG, why));
        Product product = products.read(draft, fetched.flatMap(OrderReader::medication));
        return ProductReader.isNameless(product)
                ? Known.unavailable(missing.orElse(Gap.in(Section.ORDERED_DRUG, Gap.Cause.NOT_IDENTIFIED)))
                : new Known.Read<>(product, missing.stream().toList());
    }

    private static Optional<JsonNode> medication(Fetched fetched) {
        return fetched instanceof Fetched.Resource found ? Optional.of(found.tree()) : Optional.empty();
    }

    private static Optional<Gap.Cause> failure(Fetched fetched) {
        return fetched instanceof Fetched.Nothing nothing ? Optional.of(nothing.why()) : Optional.empty();
    }

    /** An order without a medicine is a form that was just opened. */
    private static boolean isDrugOrder(JsonNode draft) {
        String type = draft.path("resourceType").asString("");
        return (type.isEmpty() || TYPES.contains(type)) && Facts.DRUG.isIn(draft);
    }

    private static Order.Purpose purpose(JsonNode draft) {
        boolean stops = Facts.PROHIBITED.isTrue(draft)
                || Facts.REASON_ENDED.isIn(draft)
                || Status.of(Facts.STATUS, draft).isAny(STOPPING);
        return stops ? Order.Purpose.STOP : Order.Purpose.TREAT;
    }
}
