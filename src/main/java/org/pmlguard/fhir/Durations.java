package org.pmlguard.fhir;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads how long a treatment is planned to last. */
final class Durations {

    private static final Fact START = Fact.at("start");
    private static final Fact END = Fact.at("end");
    private static final BigDecimal CENTURY = new BigDecimal("36525");

    private Durations() {}

    /** The duration, from the most to the least direct statement. Supplies that may be repeated say nothing of the end. */
    static Optional<Period> planned(JsonNode row, Optional<JsonNode> dosage) {
        return dosage.flatMap(Durations::bounds).or(() -> supply(row)).or(() -> span(Facts.PLANNED_PERIOD, row));
    }

    private static Optional<Period> bounds(JsonNode dosage) {
        return length(Facts.BOUNDS_DURATION, dosage).or(() -> span(Facts.BOUNDS_PERIOD, dosage));
    }

    private static Optional<Period> supply(JsonNode row) {
        boolean repeats = Facts.REPEATS.any(
                row,
                number ->
                        Numbers.read(number).filter(times -> times.signum() > 0).isPresent());
        return repeats ? Optional.empty() : length(Facts.SUPPLY, row);
    }

    /** The length of a unit of time, in days; months and years are averages. */
    static Optional<BigDecimal> daysIn(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "s" -> Optional.of(BigDecimal.ONE.divide(new BigDecimal("86400"), MathContext.DECIMAL64));
            case "min" -> Optional.of(BigDecimal.ONE.divide(new BigDecimal("1440"), MathContext.DECIMAL64));
            case "h", "hour", "hours" ->
                Optional.of(BigDecimal.ONE.divide(new BigDecimal("24"), MathContext.DECIMAL64));
            case "d", "day", "days" -> Optional.of(BigDecimal.ONE);
            case "wk", "week", "weeks" -> Optional.of(new BigDecimal("7"));
            case "mo", "month", "months" -> Optional.of(new BigDecimal("30.4375"));
            case "a", "y", "yr", "year", "years" -> Optional.of(new BigDecimal("365.25"));
            default -> Optional.empty();
        };
    }

    private static Optional<Period> length(Fact fact, JsonNode resource) {
        return fact.first(resource, node -> length(Quantity.read(node)));
    }

    private static Optional<Period> length(Quantity quantity) {
        return daysIn(quantity.unit())
                .map(quantity.number()::multiply)
                .filter(days -> days.signum() > 0 && days.compareTo(CENTURY) <= 0)
                .map(days -> days.setScale(0, RoundingMode.HALF_UP).max(BigDecimal.ONE))
                .map(days -> Period.ofDays(days.intValueExact()));
    }

    private static Optional<Period> span(Fact fact, JsonNode resource) {
        return fact.first(resource, Durations::span);
    }

    private static Optional<Period> span(JsonNode node) {
        Optional<LocalDate> start = START.day(node);
        Optional<LocalDate> end = END.day(node);
        boolean isSpan = start.isPresent() && end.isPresent() && !end.get().isBefore(start.get());
        return isSpan
                ? Optional.of(Period.ofDays(Math.toIntExact(ChronoUnit.DAYS.between(start.get(), end.get())) + 1))
                : Optional.empty();
    }
}
