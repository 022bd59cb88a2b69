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
 */
record JcvSample(LocalDate day, List<Reading> readings) {

    private static final BigDecimal NEGATIVE_BELOW = new BigDecimal("0.20");
    private static final BigDecimal POSITIVE_ABOVE = new BigDecimal("0.40");

    /** A result above the upper end of the assay (">4.0") is at least in the highest band. */
    private static final BigDecimal BEYOND_THE_ASSAY = BigDecimal.TEN;

    static List<JcvSample> all(Labs labs) {
        Map<LocalDate, List<Reading>> byDay = Stream.of("jcv-index", "jcv-antibody", "jcv-inhibition")
                .flatMap(labs::usable)
                .collect(Collectors.groupingBy(reading -> reading.day().orElseThrow()));
        return byDay.entrySet().stream()
                .map(entry -> new JcvSample(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(JcvSample::day).reversed())
                .toList();
    }

    /** The highest index of the day. */
    Optional<BigDecimal> index() {
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

    /** Negative, indeterminate or positive. */
    JcvStatus status() {
        return index().map(this::byIndex).orElseGet(this::byWords);
    }

    private JcvStatus byIndex(BigDecimal index) {
        if (index.compareTo(POSITIVE_ABOVE) > 0) {
            return JcvStatus.POSITIVE;
        }
        return index.compareTo(NEGATIVE_BELOW) < 0 ? JcvStatus.NEGATIVE : indeterminate();
    }

    /** The inhibition assay decides; a laboratory's own "positive" of the same day is its result. */
    private JcvStatus indeterminate() {
        if (says("jcv-inhibition", Polarity.POSITIVE) || says("jcv-antibody", Polarity.POSITIVE)) {
            return JcvStatus.POSITIVE;
        }
        return says("jcv-inhibition", Polarity.NEGATIVE) ? JcvStatus.NEGATIVE : JcvStatus.INDETERMINATE;
    }

    private JcvStatus byWords() {
        if (saysAnywhere(Polarity.POSITIVE)) {
            return JcvStatus.POSITIVE;
        }
        return saysAnywhere(Polarity.INDETERMINATE) ? JcvStatus.INDETERMINATE : JcvStatus.NEGATIVE;
    }

    private boolean says(String test, Polarity polarity) {
        return readings.stream()
                .anyMatch(reading -> reading.test().id().equals(test)
                        && reading.polarity().filter(polarity::equals).isPresent());
    }

    private boolean saysAnywhere(Polarity polarity) {
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
