package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.LabValue.Comparator;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.lab.Polarity;
import org.pmlguard.knowledge.terms.Phrases;
import org.pmlguard.knowledge.terms.Words;
import org.pmlguard.risk.judge.Reading.Content;

/** From what a laboratory reported to what it means. Never guesses a unit. */
final class Interpretation {

    /** {@code <0.20}, {@code 1,52 (H)}, {@code 0.45 x10E3/uL}: sign, number, and whatever follows. */
    private static final Pattern NUMBER =
            Pattern.compile("\\s*(<=|>=|<|>|≤|≥)?\\s*(\\d{1,9}(?:[.,]\\d{1,9})?)(?![\\d.,/-])\\s*(.{0,40})");

    /** Marks that laboratories put beside a number: high, low, abnormal. The L of {@code 10*9/L} is none. */
    private static final Pattern FLAG = Pattern.compile("(?:^|\\s+|(?=[\\[(]))[\\[(]?(?:HH|LL|H|L|A|\\*+)[\\])]?\\s*$");

    /** Cells are counted one by one: a fraction of a few cells contradicts its unit. */
    private static final BigDecimal FEW_CELLS = BigDecimal.valueOf(20);

    private Interpretation() {}

    static Content of(LabTest test, LabValue value) {
        return switch (value) {
            case LabValue.Measured measured -> amount(test, measured.comparator(), measured.number(), measured.unit());
            case LabValue.Worded worded -> words(test, worded.words());
            case LabValue.Missing missing -> new Content.Unclear();
        };
    }

    private static Content amount(LabTest test, Comparator comparator, BigDecimal number, String unit) {
        String folded = LabTest.folded(unit);
        Optional<BigDecimal> factor = Optional.ofNullable(test.units().get(folded));
        return factor.filter(known -> !contradicts(test, number, folded))
                .map(number::multiply)
                .filter(value -> plausible(test, value))
                .<Content>map(value -> new Content.Amount(comparator, value))
                .orElseGet(Content.Unclear::new);
    }

    private static boolean contradicts(LabTest test, BigDecimal number, String unit) {
        return test.wholeNumberUnits().contains(unit)
                && number.compareTo(FEW_CELLS) < 0
                && number.stripTrailingZeros().scale() > 0;
    }

    private static boolean plausible(LabTest test, BigDecimal value) {
        return value.compareTo(test.from()) >= 0 && value.compareTo(test.to()) <= 0;
    }

    private static Content words(LabTest test, String words) {
        return polarity(test, words).map(says -> said(test, says)).orElseGet(() -> number(test, words));
    }

    private static Content said(LabTest test, Polarity polarity) {
        return test.negativeIsZero() && polarity == Polarity.NEGATIVE
                ? new Content.Amount(Comparator.EXACTLY, BigDecimal.ZERO)
                : new Content.Says(polarity);
    }

    /** Asked in this order, because "not detected" holds the word "detected". */
    private static final List<Polarity> ASKED = List.of(Polarity.NEGATIVE, Polarity.INDETERMINATE, Polarity.POSITIVE);

    private static Optional<Polarity> polarity(LabTest test, String words) {
        Words said = Words.of(words);
        return ASKED.stream()
                .filter(polarity ->
                        test.words().getOrDefault(polarity, Phrases.NOTHING).match(said))
                .findFirst();
    }

    private static Content number(LabTest test, String words) {
        Matcher matcher = NUMBER.matcher(words);
        if (!matcher.matches()) {
            return new Content.Unclear();
        }
        BigDecimal number = new BigDecimal(matcher.group(2).replace(',', '.'));
        String unit = FLAG.matcher(matcher.group(3)).replaceAll("");
        return amount(test, comparator(matcher.group(1)), number, unit);
    }

    private static Comparator comparator(String sign) {
        return sign == null
                ? Comparator.EXACTLY
                : Comparator.of(sign.replace("≤", "<=").replace("≥", ">="));
    }
}
