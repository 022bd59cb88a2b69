package org.pmlguard.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.clinical.Dosing;
import tools.jackson.databind.JsonNode;

/**
 * Reads how much a day, where it is plainly stated: one dosage with one dose in a unit of mass, at even times, not as
 * needed. Everything else stays unstated; a guess here would be a wrong steroid dose there.
 */
final class DosingReader {

    private DosingReader() {}

    static Dosing read(JsonNode row) {
        List<JsonNode> dosages = Facts.DOSAGE.in(row);
        Optional<BigDecimal> daily = only(dosages).flatMap(DosingReader::milligramsPerDay);
        return new Dosing(daily, Durations.planned(row, only(dosages)));
    }

    private static Optional<BigDecimal> milligramsPerDay(JsonNode dosage) {
        boolean asNeeded = Facts.AS_NEEDED.any(dosage, node -> !node.isBoolean() || node.booleanValue(false));
        return asNeeded
                ? Optional.empty()
                : milligrams(dosage)
                        .flatMap(dose -> timesPerDay(dosage).map(times -> dose.multiply(times, MathContext.DECIMAL32)))
                        .map(DosingReader::rounded);
    }

    /** To four digits, and written as a plain number. */
    private static BigDecimal rounded(BigDecimal daily) {
        BigDecimal brief = daily.round(new MathContext(4)).stripTrailingZeros();
        return brief.scale() < 0 ? brief.setScale(0) : brief;
    }

    private static Optional<BigDecimal> milligrams(JsonNode dosage) {
        return only(Facts.DOSE.in(dosage))
                .map(Quantity::read)
                .filter(dose -> dose.number().signum() > 0)
                .flatMap(dose -> milligrams(dose.unit()).map(dose.number()::multiply));
    }

    private static Optional<BigDecimal> milligrams(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "mg", "milligram", "milligrams" -> Optional.of(BigDecimal.ONE);
            case "g", "gram", "grams" -> Optional.of(new BigDecimal("1000"));
            case "ug", "mcg", "µg", "μg", "microgram", "micrograms" -> Optional.of(new BigDecimal("0.001"));
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> timesPerDay(JsonNode dosage) {
        return Facts.REPEAT
                .first(dosage, Optional::of)
                .flatMap(DosingReader::repeated)
                .or(() -> named(Status.of(Facts.TIMING_CODE, dosage)));
    }

    private static Optional<BigDecimal> repeated(JsonNode repeat) {
        Optional<BigDecimal> period = number(Facts.PERIOD, repeat);
        Optional<BigDecimal> days = Facts.PERIOD_UNIT.text(repeat).flatMap(Durations::daysIn);
        boolean even = Facts.UNEVEN.in(repeat).isEmpty();
        return even && period.isPresent() && days.isPresent()
                ? Optional.of(number(Facts.FREQUENCY, repeat)
                        .orElse(BigDecimal.ONE)
                        .divide(period.get().multiply(days.get()), MathContext.DECIMAL32))
                : Optional.empty();
    }

    private static Optional<BigDecimal> named(Status timing) {
        List<Set<String>> timesADay = List.of(Set.of("qd"), Set.of("bid"), Set.of("tid"), Set.of("qid"));
        for (int times = 1; times <= timesADay.size(); times++) {
            if (timing.isAny(timesADay.get(times - 1))) {
                return Optional.of(BigDecimal.valueOf(times));
            }
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> number(Fact fact, JsonNode node) {
        return fact.first(node, value -> Numbers.read(value).filter(number -> number.signum() > 0));
    }

    private static Optional<JsonNode> only(List<JsonNode> nodes) {
        return nodes.size() == 1 ? Optional.of(nodes.getFirst()) : Optional.empty();
    }
}
