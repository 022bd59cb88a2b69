package org.pmlguard.fhir;

import java.util.List;
import org.pmlguard.clinical.Order;

/**
 * The drug orders of a call.
 *
 * @param orders in the caller's sequence
 * @param ofOtherPatients how many were left out because they are plainly for another patient than the call
 */
public record DraftOrders(List<Order> orders, int ofOtherPatients) {

    static final DraftOrders NONE = new DraftOrders(List.of(), 0);

    public DraftOrders {
        orders = List.copyOf(orders);
    }
}
