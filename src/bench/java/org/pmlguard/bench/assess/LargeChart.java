package org.pmlguard.bench.assess;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Procedure;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Span;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Recognition;
import org.pmlguard.risk.OrderedDrug;

/**
 * A chart of 500 facts: 30 infusions and 70 prescriptions of 14 medicines, 40 diagnoses, 350 results of 25 tests, 10
 * procedures. Every fact is an object of its own, as it is when it was read from a request.
 */
final class LargeChart {

    private static final int INFUSIONS = 30;
    private static final int PRESCRIPTIONS = 70;
    private static final int DIAGNOSES = 40;
    private static final int RESULTS = 350;
    private static final int PROCEDURES = 10;

    private static final List<String> HOME_MEDICINES = List.of(
            "Atorvastatin 20 MG Oral Tablet",
            "Metformin 500 MG Oral Tablet",
            "Lisinopril 10 MG Oral Tablet",
            "Vitamin D 1000 UNT Oral Capsule",
            "Gabapentin 300 MG Oral Capsule",
            "Baclofen 10 MG Oral Tablet",
            "Omeprazole 20 MG Oral Capsule",
            "Sertraline 50 MG Oral Tablet",
            "Levothyroxine 50 MCG Oral Tablet",
            "Amlodipine 5 MG Oral Tablet",
            "Ibuprofen 400 MG Oral Tablet",
            "Salbutamol 0.1 MG Inhaler",
            "Dalfampridine 10 MG Oral Tablet",
            "Prednisone 5 MG Oral Tablet");

    private static final List<String> TESTS = List.of(
            "2345-7",
            "2160-0",
            "3094-0",
            "2951-2",
            "2823-3",
            "2075-0",
            "1963-8",
            "17861-6",
            "718-7",
            "4544-3",
            "6690-2",
            "789-8",
            "777-3",
            "731-0",
            "751-8",
            "1742-6",
            "1920-8",
            "1975-2",
            "2885-2",
            "1751-7",
            "4548-4",
            "2093-3",
            "2571-8",
            "2085-9",
            "100977-8");

    private static final List<String> PROBLEMS = List.of(
            "Multiple sclerosis",
            "Hypertension",
            "Hyperlipidaemia",
            "Type 2 diabetes mellitus",
            "Migraine",
            "Depression",
            "Vitamin D deficiency",
            "Obesity",
            "Low back pain",
            "Hypothyroidism");

    private LargeChart() {}

    static OrderedDrug order(Knowledge knowledge) {
        Drug natalizumab = knowledge.drugs().byId("natalizumab").orElseThrow();
        Product product = Product.named(Concept.ofText("natalizumab 300 MG in 15 ML Injection"));
        Order order = new Order("MedicationRequest/1", Known.read(product), Dosing.UNSTATED, Order.Purpose.TREAT);
        return new OrderedDrug(order, natalizumab, Recognition.By.NAME, false);
    }

    static Chart on(LocalDate today) {
        return new Chart(
                Known.read(each(DIAGNOSES, at -> diagnosis(at, today))),
                Known.read(Stream.concat(
                                each(INFUSIONS, at -> infusion(at, today)).stream(),
                                each(PRESCRIPTIONS, at -> prescription(at, today)).stream())
                        .toList()),
                Known.read(each(RESULTS, at -> result(at, today))),
                Known.read(each(PROCEDURES, at -> procedure(at, today))));
    }

    private static <T> List<T> each(int count, IntFunction<T> made) {
        return new ArrayList<>(IntStream.range(0, count).mapToObj(made).toList());
    }

    private static MedicationUse infusion(int at, LocalDate today) {
        LocalDate day = today.minusDays(28L * (at + 1));
        Concept name = new Concept(List.of(new Coding(CodeSystem.RXNORM, "354770", "")), "natalizumab");
        return new MedicationUse(
                Product.named(name),
                MedicationUse.Status.GIVEN,
                new Span(Optional.of(day), Optional.of(day)),
                Dosing.UNSTATED,
                MedicationUse.Source.ADMINISTERED,
                Optional.empty(),
                "MedicationAdministration/" + at);
    }

    private static MedicationUse prescription(int at, LocalDate today) {
        LocalDate from = today.minusDays(30L * (at + 1));
        return new MedicationUse(
                Product.named(Concept.ofText(HOME_MEDICINES.get(at % HOME_MEDICINES.size()))),
                at < HOME_MEDICINES.size() ? MedicationUse.Status.ACTIVE : MedicationUse.Status.ENDED,
                new Span(Optional.of(from), Optional.of(from.plusDays(29))),
                Dosing.UNSTATED,
                MedicationUse.Source.ORDERED,
                Optional.empty(),
                "MedicationRequest/" + at);
    }

    private static Diagnosis diagnosis(int at, LocalDate today) {
        return new Diagnosis(
                Concept.ofText(PROBLEMS.get(at % PROBLEMS.size())),
                Diagnosis.Course.ACTIVE,
                Diagnosis.Certainty.CONFIRMED,
                Optional.of(today.minusDays(100L * (at + 1))),
                Optional.empty(),
                "Condition/" + at);
    }

    private static LabResult result(int at, LocalDate today) {
        Concept test = new Concept(List.of(new Coding(CodeSystem.LOINC, TESTS.get(at % TESTS.size()), "")), "");
        return new LabResult(
                test,
                new LabValue.Measured(LabValue.Comparator.EXACTLY, new BigDecimal("1.8"), "10*3/uL"),
                Optional.of(today.minusDays(at)),
                "Observation/" + at);
    }

    private static Procedure procedure(int at, LocalDate today) {
        return new Procedure(
                Concept.ofText("Colonoscopy"), Optional.of(today.minusDays(200L * (at + 1))), "Procedure/" + at);
    }
}
