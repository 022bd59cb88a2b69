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
 * @param ours the same in the unit our thresholds are written in, where that is another
 * @param date when it was so
 * @param since whether it has been so from that day on, rather than on that day
 * @param reference the resource it was read from; empty if it is an absence or a sum over many
 */
public record Fact(
        String name,
        String label,
        String value,
        String unit,
        Optional<Converted> ours,
        Optional<LocalDate> date,
        boolean since,
        String reference) {

    /** A value in another unit than it was reported in. */
    public record Converted(String value, String unit) {}

    /** Something that holds without a date or a single source: an absence, a count. */
    public static Fact stated(String name, String label, String value) {
        return new Fact(name, label, value, "", Optional.empty(), Optional.empty(), false, "");
    }

    /** Something that holds from a day on, or held on it. */
    public static Fact dated(
            String name, String label, String value, Optional<LocalDate> date, boolean since, String reference) {
        return new Fact(name, label, value, "", Optional.empty(), date, since, reference);
    }

    /** Tells nearly all apart. */
    @Override
    public int hashCode() {
        return label.hashCode() + value.hashCode() + reference.hashCode();
    }

    /** The same under another name and label. */
    public Fact called(String otherName, String otherLabel) {
        return new Fact(otherName, otherLabel, value, unit, ours, date, since, reference);
    }

    /** The value in the unit thresholds are written in. */
    public String comparable() {
        return ours.map(Converted::value).orElse(value);
    }
}
