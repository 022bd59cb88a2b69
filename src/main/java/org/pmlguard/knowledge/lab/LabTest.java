package org.pmlguard.knowledge.lab;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pmlguard.clinical.Coding;
import org.pmlguard.knowledge.terms.Phrases;

/**
 * A laboratory test rules speak of.
 *
 * @param unit the unit thresholds are written in
 * @param units a unit as laboratories write it, folded by {@link #folded}, to its factor; an empty key accepts a missing unit
 * @param wholeNumberUnits units that count cells one by one: a small fraction in them contradicts itself
 * @param from lowest plausible value, in {@code unit}
 * @param to highest plausible value, in {@code unit}
 * @param words what worded results say
 * @param namedDespiteLoinc whether its name counts beside a LOINC code not known here: its older codes are not all known
 * @param lowIsWorse which of two results of one day to believe
 * @param negativeIsZero whether "not detected" is a count of zero
 * @param orderCode the code to order it with; empty where none is verified
 */
public record LabTest(
        String id,
        String name,
        String unit,
        Map<String, BigDecimal> units,
        List<String> wholeNumberUnits,
        BigDecimal from,
        BigDecimal to,
        Map<Polarity, Phrases> words,
        boolean namedDespiteLoinc,
        boolean lowIsWorse,
        boolean negativeIsZero,
        Optional<Coding> orderCode) {

    public LabTest {
        units = Map.copyOf(units);
        wholeNumberUnits = List.copyOf(wholeNumberUnits);
        words = Map.copyOf(words);
    }

    /** A unit as it is compared: lower case, no spaces, and the micro sign a u. */
    public static String folded(String unit) {
        return unit.strip()
                .toLowerCase(Locale.ROOT)
                .replace(" ", "")
                .replace('\u00B5', 'u')
                .replace('\u03BC', 'u')
                .replace('\u00D7', 'x');
    }
}
