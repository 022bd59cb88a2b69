package org.pmlguard.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Section;
import org.pmlguard.fhir.DraftOrders;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.risk.OrderedDrug;

/** Which of the orders concern us. */
public final class Recogniser {

    private final Knowledge knowledge;

    public Recogniser(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /**
     * The orders that concern us.
     *
     * @param watched drugs some rule speaks about
     * @param unidentified why the drug of an order could not be told: it might be one of them
     */
    public record Recognised(List<OrderedDrug> watched, List<Gap> unidentified) {

        public boolean nothing() {
            return watched.isEmpty() && unidentified.isEmpty();
        }
    }

    /**
     * Sorts the drafts of a call. Orders that end a treatment concern nobody here; an order for another patient is never held
     * against this patient's chart, and never passed over in silence either.
     */
    public Recognised recognise(DraftOrders drafts) {
        List<OrderedDrug> watched = new ArrayList<>();
        List<Gap> unidentified = new ArrayList<>();
        treating(drafts.orders()).forEach(order -> sort(order, watched, unidentified));
        treating(drafts.ofOtherPatients()).forEach(order -> notChecked(order, unidentified));
        return new Recognised(List.copyOf(watched), List.copyOf(unidentified));
    }

    private void notChecked(Order order, List<Gap> unidentified) {
        switch (order.product()) {
            case Known.Read<Product> read ->
                watchedIn(order, read.value()).stream()
                        .map(other -> new Gap("the " + other.drug().name() + " order", Gap.Cause.OTHER_PATIENT))
                        .forEach(unidentified::add);
            case Known.Unavailable<Product> unavailable ->
                unidentified.add(Gap.in(Section.ORDERED_DRUG, Gap.Cause.OTHER_PATIENT));
        }
    }

    private static Stream<Order> treating(List<Order> orders) {
        return orders.stream().filter(order -> order.purpose() == Order.Purpose.TREAT);
    }

    private void sort(Order order, List<OrderedDrug> watched, List<Gap> unidentified) {
        switch (order.product()) {
            case Known.Read<Product> read -> {
                List<OrderedDrug> found = watchedIn(order, read.value());
                watched.addAll(found);
                if (found.isEmpty()) {
                    unidentified.addAll(read.missing());
                }
            }
            case Known.Unavailable<Product> unavailable -> unidentified.add(unavailable.why());
        }
    }

    private List<OrderedDrug> watchedIn(Order order, Product product) {
        return OrderedDrug.in(order, knowledge.drugs().recognise(product)).stream()
                .filter(found -> knowledge.watches(found.drug()))
                .toList();
    }
}
