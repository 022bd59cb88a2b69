package org.pmlguard.risk;

import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Recognition;

/**
 * A known drug in an order.
 *
 * @param by what gave it away
 * @param conflict whether the order's code and its words point at different drugs
 */
public record OrderedDrug(Order order, Drug drug, Recognition.By by, boolean conflict) {}
