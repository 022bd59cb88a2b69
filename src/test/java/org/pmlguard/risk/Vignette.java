package org.pmlguard.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Order;

/** A patient, an order and the answer a pharmacist expects; may be disputed. */
record Vignette(String name, LocalDate today, Order order, Chart chart, Expectation expect, String why) {

    /**
     * The expected answer.
     *
     * @param indicator {@code none}, {@code incomplete} or the highest indicator
     * @param rules that must be among the reasons
     * @param not rules that must not
     * @param estimate cases in 1,000 such patients that the card says, or {@code none}; empty if it does not matter
     * @param facts that the card shows, as {@link Answer#facts} writes them
     */
    record Expectation(
            String indicator, List<String> rules, List<String> not, Optional<String> estimate, List<String> facts) {}
}
