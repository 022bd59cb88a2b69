package org.pmlguard.fhir;

import java.util.List;
import org.pmlguard.clinical.Order;

/**
 * The drug orders of a call.
 *
 * @param orders in the caller's sequence
 * @param ofOtherPatients those that are plainly for another patient than the call: never to be held against this
 *     patient's chart, but to be logged, and not to be passed over in silence
 */
public record DraftOrders(List<Order> orders, List<Order> ofOtherPatients) {

    static final DraftOrders NONE = new DraftOrders(List.of(), List.of());

    public DraftOrders {
        orders = List.copyOf(orders);
        ofOtherPatients = List.copyOf(ofOtherPatients);
    }
}
