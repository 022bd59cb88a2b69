package org.pmlguard.risk.judge;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.knowledge.rule.Relations;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Match;
import org.pmlguard.risk.OrderedDrug;

/**
 * Systemic corticosteroids: how much, in prednisone, and for how long.
 *
 * @param taken the uses that go on
 */
record Steroids(Therapies therapies, Relations relations, List<Therapy> taken) {

    private static final Gap DOSE_UNKNOWN = new Gap("corticosteroid dose", Gap.Cause.NOT_INTERPRETABLE);

    static Steroids of(Therapies therapies, Relations relations) {
        List<Therapy> taken = therapies
                .uses()
                .filter(use -> use.goesOn()
                        && relations.prednisoneEquivalent(use.drug()).isPresent())
                .toList();
        return new Steroids(therapies, relations, taken);
    }

    Match onDose(Criterion.SteroidDose asked) {
        List<Therapy> lasting =
                taken.stream().filter(use -> lasts(use, asked.lasting())).toList();
        List<Fact> enough = lasting.stream()
                .filter(use -> prednisone(use)
                        .filter(dose -> dose.compareTo(asked.milligrams()) >= 0)
                        .isPresent())
                .map(this::fact)
                .toList();
        boolean doseUnknown = enough.isEmpty()
                && lasting.stream().anyMatch(use -> prednisone(use).isEmpty());
        return doseUnknown ? new Match.Unknown(List.of(DOSE_UNKNOWN)) : Evidence.of(enough, therapies.gaps());
    }

    private boolean lasts(Therapy use, Period time) {
        LocalDate since = therapies.today().minus(time);
        return use.start().map(start -> !start.isAfter(since)).orElse(false);
    }

    private Optional<BigDecimal> prednisone(Therapy use) {
        return use.use()
                .dosing()
                .milligramsPerDay()
                .flatMap(dose -> relations.prednisoneEquivalent(use.drug()).map(dose::multiply));
    }

    private Fact fact(Therapy use) {
        String dose = prednisone(use).map(Reported::plain).orElse("?");
        return use.fact("steroid", "Corticosteroid, " + dose + " mg prednisone equivalent a day");
    }

    Match ordered(Criterion.OrderedDose asked, OrderedDrug ordered) {
        Dosing dosing = ordered.order().dosing();
        Optional<BigDecimal> dose = dosing.milligramsPerDay()
                .flatMap(daily -> relations.prednisoneEquivalent(ordered.drug()).map(daily::multiply));
        boolean enough =
                dose.filter(daily -> daily.compareTo(asked.milligrams()) >= 0).isPresent();
        boolean longEnough =
                dosing.planned().filter(time -> atLeast(time, asked.lasting())).isPresent();
        return enough && longEnough ? new Match.Met(List.of()) : new Match.NotMet(List.of());
    }

    private boolean atLeast(Period time, Period least) {
        LocalDate today = therapies.today();
        return !today.plus(time).isBefore(today.plus(least));
    }
}
