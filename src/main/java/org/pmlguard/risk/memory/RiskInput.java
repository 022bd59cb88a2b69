package org.pmlguard.risk.memory;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.risk.Fact;

/**
 * One thing an assessment rested on, without what runs on by itself: a month of treatment counts as its band, a count of
 * doses not at all, and a drug by its name, so that a renewed prescription is no news.
 *
 * @param name what rules call it
 * @param label what people call it
 * @param value with its unit
 * @param date when it was so; absent for drugs and bands
 */
public record RiskInput(String name, String label, String value, Optional<LocalDate> date)
        implements Comparable<RiskInput> {

    private static final String EXPOSURE = "exposure";
    private static final String DOSES = "doses";
    private static final String AGE = "jcv-age";
    private static final Set<String> DRUGS = Set.of("other", "recent", "agents", "current", "prior", "steroid");

    private static final Comparator<RiskInput> BY_NAME = Comparator.comparing(RiskInput::name)
            .thenComparing(RiskInput::label)
            .thenComparing(RiskInput::value)
            .thenComparing(input -> input.date().orElse(LocalDate.MIN));

    /** What of a fact is an input; nothing of a mere count of doses. */
    static Optional<RiskInput> of(Fact fact) {
        return switch (fact.name()) {
            case DOSES -> Optional.empty();
            case EXPOSURE ->
                Optional.of(undated(fact, ExposureBand.of(fact.value()).words()));
            case AGE -> Optional.of(new RiskInput(AGE, fact.label(), "", fact.date()));
            default -> Optional.of(DRUGS.contains(fact.name()) ? undated(fact, fact.value()) : dated(fact));
        };
    }

    private static RiskInput undated(Fact fact, String value) {
        return new RiskInput(fact.name(), fact.label(), value, Optional.empty());
    }

    private static RiskInput dated(Fact fact) {
        return new RiskInput(fact.name(), fact.label(), (fact.value() + " " + fact.unit()).strip(), fact.date());
    }

    @Override
    public int compareTo(RiskInput other) {
        return BY_NAME.compare(this, other);
    }
}
