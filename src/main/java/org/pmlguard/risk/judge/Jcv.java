package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.JcvStatus;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Match;

/**
 * The JC virus antibody status, from every usable result together. A positive never becomes negative silently: once
 * positive, a later negative or indeterminate result is shown and the risk is still that of the positive (4.7 to 6.1 % of
 * positives turn negative between tests, mostly near the cut-off).
 *
 * @param samples days with results that can be relied on, newest first
 * @param spoiled days with results drawn too soon after immune globulin or plasma exchange, newest first
 */
record Jcv(List<JcvSample> samples, List<JcvSample> spoiled, List<Gap> gaps, List<Gap> washoutGaps, LocalDate today) {

    static Jcv of(Labs labs, Washout washout, LocalDate today) {
        Map<Boolean, List<JcvSample>> samples =
                JcvSample.all(labs).stream().collect(Collectors.partitioningBy(sample -> washout.spoils(sample.day())));
        return new Jcv(
                samples.getOrDefault(false, List.of()),
                samples.getOrDefault(true, List.of()),
                labs.gaps(),
                washout.gaps(),
                today);
    }

    /** Only the newest result matters: an old one that was spoiled has been replaced since. */
    Match unreliable() {
        Optional<JcvSample> newest = spoiled.stream().findFirst();
        if (newest.isPresent()
                && latest().map(good -> good.day().isBefore(newest.get().day())).orElse(true)) {
            return new Match.Met(newest.get().facts());
        }
        return samples.isEmpty() || washoutGaps.isEmpty()
                ? new Match.NotMet(List.of())
                : new Match.Unknown(washoutGaps);
    }

    private Optional<JcvSample> latest() {
        return samples.stream().findFirst();
    }

    private Optional<JcvSample> lastPositive() {
        return newest(sample -> sample.status() == JcvStatus.POSITIVE);
    }

    /** The newest positive with an index. */
    private Optional<JcvSample> bearerOfTheIndex() {
        return newest(sample ->
                sample.status() == JcvStatus.POSITIVE && sample.index().isPresent());
    }

    private Optional<JcvSample> newest(Predicate<JcvSample> wanted) {
        for (JcvSample sample : samples) {
            if (wanted.test(sample)) {
                return Optional.of(sample);
            }
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> index() {
        return bearerOfTheIndex().flatMap(JcvSample::index);
    }

    private JcvStatus status() {
        if (lastPositive().isPresent()) {
            return index().isPresent() ? JcvStatus.POSITIVE : JcvStatus.POSITIVE_WITHOUT_INDEX;
        }
        return latest().map(JcvSample::status).orElse(JcvStatus.NONE);
    }

    Match is(Criterion.Jcv asked) {
        if (!gaps.isEmpty() && samples.isEmpty()) {
            return new Match.Unknown(gaps);
        }
        return hasStatus(asked) && indexIn(asked) ? new Match.Met(facts()) : otherwise();
    }

    private boolean hasStatus(Criterion.Jcv asked) {
        return status() == asked.status()
                || (asked.status() == JcvStatus.POSITIVE
                        && asked.index().isEmpty()
                        && status() == JcvStatus.POSITIVE_WITHOUT_INDEX);
    }

    private boolean indexIn(Criterion.Jcv asked) {
        return asked.index()
                .map(band -> index().map(band::contains).orElse(false))
                .orElse(true);
    }

    Match olderThan(Criterion.JcvOlderThan asked) {
        Optional<LocalDate> day = latest().map(JcvSample::day);
        if (day.map(taken -> taken.plus(asked.age()).isBefore(today)).orElse(false)) {
            return gaps.isEmpty() ? new Match.Met(age(day.get())) : new Match.Unknown(gaps);
        }
        return day.isPresent() ? new Match.NotMet(List.of()) : otherwise();
    }

    private List<Fact> age(LocalDate day) {
        Fact months = new Fact(
                "jcv-age",
                "Last JCV antibody test",
                Long.toString(ChronoUnit.MONTHS.between(day, today)),
                "months ago",
                Optional.empty(),
                Optional.of(day),
                false,
                "");
        return List.of(months);
    }

    /** A part of the results was read and does not show it; the unread part might. */
    private Match otherwise() {
        return gaps.isEmpty() ? new Match.NotMet(facts()) : new Match.Unknown(gaps);
    }

    private List<Fact> facts() {
        if (samples.isEmpty()) {
            return List.of(Fact.stated("jcv", "JCV antibody result", "none on file"));
        }
        SequencedSet<JcvSample> shown = new LinkedHashSet<>(List.of(samples.getFirst()));
        lastPositive().ifPresent(shown::add);
        bearerOfTheIndex().ifPresent(shown::add);
        return shown.stream().flatMap(sample -> sample.facts().stream()).toList();
    }
}
