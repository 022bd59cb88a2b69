package org.pmlguard.rulebook;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.lab.Polarity;
import org.pmlguard.knowledge.terms.Phrases;
import org.pmlguard.rulebook.words.Bands;

/**
 * A laboratory test as the rule book shows it.
 *
 * @param plausible results outside it are not used; empty where a number says nothing
 * @param words what its worded results say
 */
record TestView(LabTest test, String unit, String plausible, List<Reads> words) {

    TestView {
        words = List.copyOf(words);
    }

    /** Words of a laboratory, and what they are taken for. */
    record Reads(String as, String words) {}

    static TestView of(LabTest test) {
        String unit = Bands.unit(test.unit());
        return new TestView(test, unit, plausible(test, unit), words(test.words()));
    }

    private static String plausible(LabTest test, String unit) {
        boolean none = test.from().compareTo(test.to()) >= 0 || test.units().isEmpty();
        return none ? "" : (plain(test.from()) + " to " + plain(test.to()) + " " + unit).strip();
    }

    private static List<Reads> words(Map<Polarity, Phrases> words) {
        return words.entrySet().stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(entry -> new Reads(
                        entry.getKey().name().toLowerCase(Locale.ROOT),
                        String.join(", ", entry.getValue().any())))
                .toList();
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
