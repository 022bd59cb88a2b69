package org.pmlguard.fhir;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Context.OrderDispatch;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Section;
import tools.jackson.databind.JsonNode;

/**
 * The signed drug orders that a call names without sending them. They are looked for in the prefetch and then read from the
 * caller's server, at the same time and each once; orders of another kind are not asked for.
 *
 * @param found as they stand on file
 * @param missing those that could not be read: each may be for a watched drug
 */
record DispatchedOrders(List<JsonNode> found, List<Order> missing) {

    /** More than anybody dispatches at once, and little enough not to bother the EHR. */
    static final int MOST = 20;

    /** The names of the drug orders on the caller's server, as {@code MedicationRequest/7}. */
    static Stream<String> names(OrderDispatch dispatch, Call call) {
        Neighbours near = Neighbours.of(call, List.of());
        return drugs(dispatch)
                .flatMap(reference -> near.typed(reference).stream())
                .map(TypedId::toString);
    }

    static DispatchedOrders of(OrderDispatch dispatch, Call call, Outbound out) {
        Neighbours near = Neighbours.of(call, List.of());
        List<String> references = drugs(dispatch)
                .map(reference -> near.typed(reference).map(TypedId::toString).orElse(reference))
                .distinct()
                .toList();
        Map<String, Fetched> read =
                Together.all(references.stream().limit(MOST).toList(), reference -> read(reference, near, call, out));
        return new DispatchedOrders(
                read.values().stream().flatMap(DispatchedOrders::resource).toList(),
                references.stream()
                        .flatMap(reference -> gap(reference, Optional.ofNullable(read.get(reference))))
                        .toList());
    }

    /** References to drug orders, and those that do not say to what. */
    private static Stream<String> drugs(OrderDispatch dispatch) {
        return dispatch.dispatchedOrders().stream()
                .filter(reference -> !reference.contains("/")
                        || OrderReader.TYPES.stream().anyMatch(type -> ("/" + reference).contains("/" + type + "/")));
    }

    private static Fetched read(String reference, Neighbours near, Call call, Outbound out) {
        return near.typed(reference)
                .map(name -> sent(name, call).orElseGet(() -> fetched(name, out)))
                .orElseGet(() -> new Fetched.Nothing(Gap.Cause.NOT_IDENTIFIED));
    }

    private static Optional<Fetched> sent(TypedId name, Call call) {
        return call.prefetch()
                .everything()
                .filter(resource -> TypedId.nameOf(resource).equals(name.toString()))
                .findFirst()
                .map(Fetched.Resource::new);
    }

    private static Fetched fetched(TypedId name, Outbound out) {
        Fetched answer = name.query().map(out::get).orElseGet(() -> new Fetched.Nothing(Gap.Cause.NOT_IDENTIFIED));
        boolean isAnother = answer instanceof Fetched.Resource found
                && !TypedId.nameOf(found.tree()).equals(name.toString());
        return isAnother ? new Fetched.Nothing(Gap.Cause.UNREADABLE) : answer;
    }

    private static Stream<JsonNode> resource(Fetched fetched) {
        return fetched instanceof Fetched.Resource found ? Stream.of(found.tree()) : Stream.empty();
    }

    private static Stream<Order> gap(String reference, Optional<Fetched> read) {
        Fetched answer = read.orElseGet(() -> new Fetched.Nothing(Gap.Cause.INCOMPLETE));
        return answer instanceof Fetched.Nothing nothing ? Stream.of(unread(reference, nothing.why())) : Stream.empty();
    }

    private static Order unread(String reference, Gap.Cause why) {
        return new Order(
                reference,
                Known.unavailable(Gap.in(Section.ORDERED_DRUG, why)),
                Dosing.UNSTATED,
                Order.Purpose.TREAT,
                Order.Stage.SIGNED);
    }
}
