package org.pmlguard.risk;

import java.util.List;
import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Recognition;

/**
 * A known drug in an order.
 *
 * @param by what gave it away
 * @param conflict whether the order's code and its words point at different drugs
 */
public record OrderedDrug(Order order, Drug drug, Recognition.By by, boolean conflict) {

    /** The known drugs in an order, as its product was recognised. */
    public static List<OrderedDrug> in(Order order, Recognition recognition) {
        return recognition.drugs().stream()
                .map(found -> new OrderedDrug(order, found.drug(), found.by(), recognition.conflict()))
                .toList();
    }
}
