package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.knowledge.lab.Polarity;
import org.pmlguard.knowledge.rule.JcvStatus;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.judge.Reading.Content;

/**
 * The JCV antibody results of one day, taken as one sample. STRATIFY JCV DxSelect: index below 0.20 negative, 0.20 to 0.40
 * indeterminate until an inhibition assay decides, above 0.40 positive.
 *
 * @param index the highest of the day
 * @param status negative, indeterminate or positive
 */
record JcvSample(LocalDate day, List<Reading> readings, Optional<BigDecimal> index, JcvStatus status) {

    private static final BigDecimal NEGATIVE_BELOW = new BigDecimal("0.20");
    private static final BigDecimal POSITIVE_ABOVE = new BigDecimal("0.40");

    /** A result above the upper end of the assay (">4.0") is at least in the highest band. */
    private static final BigDecimal BEYOND_THE_ASSAY = BigDecimal.TEN;

    static List<JcvSample> all(Labs labs) {
        Map<LocalDate, List<Reading>> byDay = Stream.of("jcv-index", "jcv-antibody", "jcv-inhibition")
                .flatMap(labs::usable)
                .collect(Collectors.groupingBy(reading -> reading.day().orElseThrow()));
        return byDay.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(JcvSample::day).reversed())
                .toList();
    }

    private static JcvSample of(LocalDate day, List<Reading> readings) {
        Optional<BigDecimal> index = highest(readings);
        return new JcvSample(day, readings, index, status(index, readings));
    }

    private static Optional<BigDecimal> highest(List<Reading> readings) {
        return readings.stream()
                .flatMap(reading -> reading.amount().stream())
                .map(JcvSample::indexOf)
                .max(Comparator.naturalOrder());
    }

    /** {@code <0.20} is negative, so it counts as just below; any other "less than" counts as its limit. */
    private static BigDecimal indexOf(Content.Amount amount) {
        return switch (amount.comparator()) {
            case ABOVE, AT_LEAST -> BEYOND_THE_ASSAY;
            case BELOW -> amount.value().compareTo(NEGATIVE_BELOW) <= 0 ? BigDecimal.ZERO : amount.value();
            case EXACTLY, AT_MOST -> amount.value();
        };
    }

    private static JcvStatus status(Optional<BigDecimal> index, List<Reading> readings) {
        return index.map(value -> byIndex(value, readings)).orElseGet(() -> byWords(readings));
    }

    private static JcvStatus byIndex(BigDecimal index, List<Reading> readings) {
        if (index.compareTo(POSITIVE_ABOVE) > 0) {
            return JcvStatus.POSITIVE;
        }
        return index.compareTo(NEGATIVE_BELOW) < 0 ? JcvStatus.NEGATIVE : indeterminate(readings);
    }

    /** The inhibition assay decides; a laboratory's own "positive" of the same day is its result. */
    private static JcvStatus indeterminate(List<Reading> readings) {
        if (says(readings, "jcv-inhibition", Polarity.POSITIVE) || says(readings, "jcv-antibody", Polarity.POSITIVE)) {
            return JcvStatus.POSITIVE;
        }
        return says(readings, "jcv-inhibition", Polarity.NEGATIVE) ? JcvStatus.NEGATIVE : JcvStatus.INDETERMINATE;
    }

    private static JcvStatus byWords(List<Reading> readings) {
        if (saysAnywhere(readings, Polarity.POSITIVE)) {
            return JcvStatus.POSITIVE;
        }
        return saysAnywhere(readings, Polarity.INDETERMINATE) ? JcvStatus.INDETERMINATE : JcvStatus.NEGATIVE;
    }

    private static boolean says(List<Reading> readings, String test, Polarity polarity) {
        return readings.stream()
                .anyMatch(reading -> reading.test().id().equals(test)
                        && reading.polarity().filter(polarity::equals).isPresent());
    }

    private static boolean saysAnywhere(List<Reading> readings, Polarity polarity) {
        return readings.stream()
                .anyMatch(reading -> reading.polarity().filter(polarity::equals).isPresent());
    }

    List<Fact> facts() {
        return readings.stream().map(JcvSample::fact).distinct().toList();
    }

    /** An index is called one wherever the laboratory filed it. */
    private static Fact fact(Reading reading) {
        Fact fact = reading.fact();
        return reading.amount().isPresent() ? fact.called("jcv-index", "JCV antibody index") : fact;
    }
}
