package org.pmlguard.review.handover;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportStatus;
import org.hl7.fhir.r4.model.MeasureReport.MeasureReportType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** How often cards are shown and what becomes of them, as a FHIR R4 MeasureReport: counts only, no patient. */
public final class BurdenReport {

    private static final String MEASURE = "https://pmlguard.org/fhir/Measure/alert-burden";
    private static final String POPULATIONS = "http://terminology.hl7.org/CodeSystem/measure-population";
    private static final int PLACES = 4;

    private BurdenReport() {}

    /**
     * Orders of one drug.
     *
     * @param flagged how many a card was shown for
     */
    public record Counts(String drug, long orders, long flagged, long accepted, long overridden) {

        private Counts plus(Counts other) {
            return new Counts(
                    "",
                    orders + other.orders,
                    flagged + other.flagged,
                    accepted + other.accepted,
                    overridden + other.overridden);
        }
    }

    /** One rate that is reported. */
    private enum Rate {
        ALERTS("Cards for each 1,000 watched orders"),
        ACCEPTED("Cards accepted, of those answered"),
        OVERRIDDEN("Cards overridden, of those answered");

        private final String words;

        Rate(String words) {
            this.words = words;
        }

        long of(Counts counts) {
            return this == ALERTS ? counts.orders() : counts.accepted() + counts.overridden();
        }

        long part(Counts counts) {
            return switch (this) {
                case ALERTS -> counts.flagged();
                case ACCEPTED -> counts.accepted();
                case OVERRIDDEN -> counts.overridden();
            };
        }

        Quantity score(Counts counts) {
            long factor = this == ALERTS ? 1000 : 1;
            BigDecimal value = BigDecimal.valueOf(factor * part(counts))
                    .divide(BigDecimal.valueOf(of(counts)), PLACES, RoundingMode.HALF_UP);
            return new Quantity().setValue(value).setUnit(this == ALERTS ? "per 1,000 orders" : "of those answered");
        }
    }

    /** The report of a time, with each drug as a stratum. */
    public static MeasureReport of(Instant from, Instant until, List<Counts> drugs) {
        MeasureReport report = new MeasureReport();
        report.setStatus(MeasureReportStatus.COMPLETE)
                .setType(MeasureReportType.SUMMARY)
                .setMeasure(MEASURE)
                .setDate(Date.from(until))
                .setReporter(new Reference().setDisplay("PML Guard"))
                .setPeriod(new Period().setStart(Date.from(from)).setEnd(Date.from(until)));
        Counts all = drugs.stream().reduce(new Counts("", 0, 0, 0, 0), Counts::plus);
        for (Rate rate : Rate.values()) {
            group(report, rate, all, drugs);
        }
        return report;
    }

    private static void group(MeasureReport report, Rate rate, Counts all, List<Counts> drugs) {
        MeasureReport.MeasureReportGroupComponent group = report.addGroup();
        group.setCode(new CodeableConcept().setText(rate.words));
        group.addPopulation().setCode(population("denominator", "Denominator")).setCount(whole(rate.of(all)));
        group.addPopulation().setCode(population("numerator", "Numerator")).setCount(whole(rate.part(all)));
        if (rate.of(all) > 0) {
            group.setMeasureScore(rate.score(all));
        }
        if (!drugs.isEmpty()) {
            MeasureReport.MeasureReportGroupStratifierComponent byDrug = group.addStratifier();
            byDrug.addCode().setText("drug");
            drugs.forEach(drug -> stratum(byDrug.addStratum(), rate, drug));
        }
    }

    private static void stratum(MeasureReport.StratifierGroupComponent stratum, Rate rate, Counts drug) {
        stratum.setValue(new CodeableConcept().setText(drug.drug()));
        stratum.addPopulation()
                .setCode(population("denominator", "Denominator"))
                .setCount(whole(rate.of(drug)));
        stratum.addPopulation().setCode(population("numerator", "Numerator")).setCount(whole(rate.part(drug)));
        if (rate.of(drug) > 0) {
            stratum.setMeasureScore(rate.score(drug));
        }
    }

    private static CodeableConcept population(String code, String display) {
        return new CodeableConcept(new Coding(POPULATIONS, code, display));
    }

    private static int whole(long count) {
        return Math.toIntExact(count);
    }
}
