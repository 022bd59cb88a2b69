package org.pmlguard.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Span;

/** One patient in four versions of FHIR. */
class VersionsTest {

    private static final Outbound NOWHERE = Outbound.none(Gap.Cause.NOT_SENT);

    @ParameterizedTest
    @ValueSource(strings = {"dstu2", "stu3", "r4", "r5"})
    void anOrderReadsTheSameInEveryVersion(String version) {
        Call call = Samples.call(Samples.file("request-" + version + ".json"));
        Concept prednisone = new Concept(
                List.of(
                        new Coding(CodeSystem.OTHER, "P20", ""),
                        new Coding(CodeSystem.RXNORM, "312615", "prednisone 20 MG Oral Tablet")),
                "prednisone 20 mg tablet");
        assertThat(new OrderReader().read(call, NOWHERE).orders())
                .containsExactly(new Order(
                        version.equals("dstu2") ? "MedicationOrder/draft-1" : "MedicationRequest/draft-1",
                        Known.read(new Product(prednisone, List.of(), List.of(Concept.ofText("oral")), List.of())),
                        new Dosing(Optional.of(new BigDecimal("40")), Optional.of(Period.ofDays(42))),
                        Order.Purpose.TREAT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dstu2", "stu3", "r4", "r5"})
    void aChartReadsTheSameInEveryVersion(String version) {
        Chart chart = new ChartReader()
                .read(Samples.call(Samples.file("request-" + version + ".json")), Samples.SERVICE, NOWHERE);
        assertThat(chart.diagnoses()).isEqualTo(Known.read(List.of(multipleSclerosis())));
        assertThat(chart.labs()).isEqualTo(Known.read(List.of(jcvIndex())));
        assertThat(chart.medications())
                .isEqualTo(Known.read(List.of(
                        azathioprine(version.equals("dstu2") ? "MedicationOrder/old" : "MedicationRequest/old"),
                        infusion())));
    }

    private static Diagnosis multipleSclerosis() {
        return new Diagnosis(
                new Concept(List.of(new Coding(CodeSystem.SNOMED, "24700007", "")), "Multiple sclerosis"),
                Diagnosis.Course.ACTIVE,
                Diagnosis.Certainty.SUSPECTED,
                Optional.of(LocalDate.of(2019, 3, 1)),
                Optional.of(LocalDate.of(2019, 4, 2)),
                "Condition/ms");
    }

    private static LabResult jcvIndex() {
        return new LabResult(
                new Concept(List.of(new Coding(CodeSystem.LOINC, "100977-8", "")), "JCV antibody index"),
                new LabValue.Measured(LabValue.Comparator.EXACTLY, new BigDecimal("1.52"), "index"),
                Optional.of(LocalDate.of(2026, 5, 4)),
                "Observation/jcv");
    }

    private static MedicationUse azathioprine(String reference) {
        return new MedicationUse(
                new Product(
                        new Concept(List.of(new Coding(CodeSystem.RXNORM, "1256", "")), "azathioprine"),
                        List.of(Concept.ofText("azathioprine")),
                        List.of(),
                        List.of(Concept.ofText("tablet"))),
                MedicationUse.Status.ENDED,
                new Span(Optional.of(LocalDate.of(2021, 1, 5)), Optional.empty()),
                Dosing.UNSTATED,
                MedicationUse.Source.ORDERED,
                Optional.of(Concept.ofText("Crohn's disease")),
                reference);
    }

    private static MedicationUse infusion() {
        return new MedicationUse(
                new Product(Concept.ofText("natalizumab"), List.of(), List.of(Concept.ofText("IV")), List.of()),
                MedicationUse.Status.GIVEN,
                Span.on(LocalDate.of(2026, 10, 1)),
                Dosing.UNSTATED,
                MedicationUse.Source.ADMINISTERED,
                Optional.empty(),
                "MedicationAdministration/infusion");
    }
}
