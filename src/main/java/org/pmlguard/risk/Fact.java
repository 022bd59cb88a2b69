package org.pmlguard.risk;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One piece of evidence, as a card shows it.
 *
 * @param name what rules call it in their summaries, {@code jcv-index}
 * @param label what people call it, {@code JCV antibody index}
 * @param value as reported, or as counted by us
 * @param unit of the value; empty where it has none
 * @param date when it was so
 * @param since whether it has been so from that day on, rather than on that day
 * @param reference the resource it was read from; empty if it is an absence or a sum over many
 */
public record Fact(
        String name,
        String label,
        String value,
        String unit,
        Optional<LocalDate> date,
        boolean since,
        String reference) {

    /** Something that holds without a date or a single source: an absence. */
    public static Fact stated(String name, String label, String value) {
        return new Fact(name, label, value, "", Optional.empty(), false, "");
    }
}
