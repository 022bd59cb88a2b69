package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue.Comparator;
import org.pmlguard.knowledge.lab.LabTest;
import org.pmlguard.knowledge.lab.Polarity;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Fact.Converted;

/** A laboratory result as far as it can be interpreted. */
record Reading(LabTest test, LabResult result, Content content) {

    /** What a result means. */
    sealed interface Content {

        /** A value in the test's own unit. */
        record Amount(Comparator comparator, BigDecimal value) implements Content {}

        /** A worded result. */
        record Says(Polarity polarity) implements Content {}

        /** Nothing that can be relied on: a unit that is missing, unknown or contradicts the value, or words of no meaning. */
        record Unclear() implements Content {}
    }

    Optional<LocalDate> day() {
        return result.taken();
    }

    boolean usable() {
        return day().isPresent() && !(content instanceof Content.Unclear);
    }

    Optional<Content.Amount> amount() {
        return content instanceof Content.Amount amount ? Optional.of(amount) : Optional.empty();
    }

    Optional<Polarity> polarity() {
        return content instanceof Content.Says says ? Optional.of(says.polarity()) : Optional.empty();
    }

    /** As the laboratory reported it, and in our unit where that is another. */
    Fact fact() {
        String value = Reported.value(result.value());
        String unit = Reported.unit(result.value());
        return new Fact(test.id(), test.name(), value, unit, ours(value), day(), false, result.reference());
    }

    private Optional<Converted> ours(String reported) {
        return amount().filter(amount -> !Reported.says(reported, amount.value()))
                .map(amount -> Reported.plain(amount.value()))
                .map(value -> new Converted(sign() + value, test.unit().equals("1") ? "" : test.unit()));
    }

    private String sign() {
        return amount().map(amount -> amount.comparator().sign()).orElse("");
    }
}
