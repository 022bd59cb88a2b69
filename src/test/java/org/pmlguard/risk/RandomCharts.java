package org.pmlguard.risk;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Diagnosis.Certainty;
import org.pmlguard.clinical.Diagnosis.Course;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.LabValue.Comparator;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.MedicationUse.Source;
import org.pmlguard.clinical.MedicationUse.Status;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Procedure;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Section;
import org.pmlguard.clinical.Span;

/** Charts nobody would think of, from a seed. */
final class RandomCharts {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 15);

    private static final List<String> DRUGS = List.of(
            "natalizumab",
            "rituximab",
            "ocrelizumab",
            "dimethyl fumarate",
            "fingolimod",
            "azathioprine",
            "tacrolimus",
            "mycophenolate mofetil",
            "methotrexate",
            "prednisone",
            "interferon beta-1a",
            "bendamustine",
            "fludarabine",
            "alemtuzumab",
            "adalimumab",
            "IVIG",
            "lisinopril",
            "metformin");
    private static final List<String> DISEASES = List.of(
            "Multiple sclerosis",
            "Progressive multifocal leukoencephalopathy",
            "Human immunodeficiency virus infection",
            "Chronic lymphocytic leukemia",
            "Crohn's disease",
            "Systemic lupus erythematosus",
            "Hemiparesis",
            "Kidney transplant",
            "Rheumatoid arthritis",
            "Hypertension",
            "Asthma");
    private static final List<String> PROCEDURES = List.of("MRI brain", "Therapeutic plasma exchange", "Appendectomy");

    private final Random random;

    RandomCharts(long seed) {
        this.random = new Random(seed);
    }

    Order order() {
        Product product = Product.named(Concept.ofText(one(DRUGS)));
        return new Order("MedicationRequest/d", Known.read(product), Dosing.UNSTATED, Order.Purpose.TREAT);
    }

    Chart chart() {
        return new Chart(
                Known.read(some(4, this::diagnosis)),
                Known.read(some(5, this::use)),
                Known.read(some(6, this::lab)),
                Known.read(some(2, this::procedure)));
    }

    private Diagnosis diagnosis() {
        return new Diagnosis(
                Concept.ofText(one(DISEASES)),
                random.nextInt(4) == 0 ? Course.PAST : Course.ACTIVE,
                random.nextInt(5) == 0 ? Certainty.SUSPECTED : Certainty.CONFIRMED,
                day(),
                Optional.empty(),
                "Condition/" + random.nextInt());
    }

    private MedicationUse use() {
        Optional<LocalDate> start = day();
        Status status = one(List.of(Status.values()));
        Optional<LocalDate> end =
                status == Status.ENDED ? start.map(day -> day.plusDays(random.nextInt(400))) : Optional.empty();
        return new MedicationUse(
                Product.named(Concept.ofText(one(DRUGS))),
                status,
                new Span(start, status == Status.GIVEN ? start : end.filter(TODAY::isAfter)),
                new Dosing(Optional.of(BigDecimal.valueOf(random.nextInt(60))), Optional.empty()),
                Source.ORDERED,
                Optional.empty(),
                "MedicationRequest/" + random.nextInt());
    }

    private LabResult lab() {
        return switch (random.nextInt(4)) {
            case 0 -> result("JCV antibody index", BigDecimal.valueOf(random.nextInt(400), 2), "index");
            case 1 -> result("Absolute lymphocyte count", BigDecimal.valueOf(random.nextInt(2000), 3), "10*9/L");
            case 2 -> result("CD4 count", BigDecimal.valueOf(random.nextInt(600)), "/uL");
            default -> result("Hemoglobin", BigDecimal.valueOf(12), "g/dL");
        };
    }

    private LabResult result(String test, BigDecimal value, String unit) {
        return new LabResult(
                Concept.ofText(test),
                new LabValue.Measured(Comparator.EXACTLY, value, unit),
                day(),
                "Observation/" + random.nextInt());
    }

    private Procedure procedure() {
        return new Procedure(Concept.ofText(one(PROCEDURES)), day(), "Procedure/" + random.nextInt());
    }

    /** A chart with things added that mean nothing here. */
    Chart withUnrelated(Chart chart) {
        List<Diagnosis> diagnoses = new ArrayList<>(chart.diagnoses().found().orElseThrow());
        diagnoses.add(new Diagnosis(
                Concept.ofText("Otitis media"), Course.ACTIVE, Certainty.CONFIRMED, day(), day(), "Condition/x"));
        List<LabResult> labs = new ArrayList<>(chart.labs().found().orElseThrow());
        labs.add(result("Sodium", BigDecimal.valueOf(140), "mmol/L"));
        return new Chart(Known.read(diagnoses), chart.medications(), Known.read(labs), chart.procedures());
    }

    /** The same chart in another sequence. */
    Chart shuffled(Chart chart) {
        return new Chart(
                shuffledRows(chart.diagnoses()),
                shuffledRows(chart.medications()),
                shuffledRows(chart.labs()),
                shuffledRows(chart.procedures()));
    }

    private <T> Known<List<T>> shuffledRows(Known<List<T>> rows) {
        List<T> shuffled = new ArrayList<>(rows.found().orElseThrow());
        Collections.shuffle(shuffled, random);
        return Known.read(shuffled);
    }

    /** The same chart with one section that could not be read. */
    Chart unread(Chart chart) {
        Gap.Cause why = Gap.Cause.TIMED_OUT;
        return switch (random.nextInt(4)) {
            case 0 ->
                new Chart(
                        Known.unavailable(Gap.in(Section.DIAGNOSES, why)),
                        chart.medications(),
                        chart.labs(),
                        chart.procedures());
            case 1 ->
                new Chart(
                        chart.diagnoses(),
                        Known.unavailable(Gap.in(Section.MEDICATIONS, why)),
                        chart.labs(),
                        chart.procedures());
            case 2 ->
                new Chart(
                        chart.diagnoses(),
                        chart.medications(),
                        Known.unavailable(Gap.in(Section.LABS, why)),
                        chart.procedures());
            default ->
                new Chart(
                        chart.diagnoses(),
                        chart.medications(),
                        chart.labs(),
                        Known.unavailable(Gap.in(Section.PROCEDURES, why)));
        };
    }

    private Optional<LocalDate> day() {
        return random.nextInt(12) == 0 ? Optional.empty() : Optional.of(TODAY.minusDays(random.nextInt(1500)));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> List<T> some(int most, Supplier<T> maker) {
        List<T> made = new ArrayList<>();
        for (int left = random.nextInt(most + 1); left > 0; left--) {
            made.add(maker.get());
        }
        return made;
    }
}
