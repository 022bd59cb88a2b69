package org.pmlguard.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.FhirJson;
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
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Span;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Recognition;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.risk.Assessor;
import org.pmlguard.risk.OrderedDrug;
import tools.jackson.databind.node.JsonNodeFactory;

/** The line of a card that tells of further findings can be read aloud. */
class AlsoTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Knowledge KNOWLEDGE = PackLoader.shipped();

    @Test
    void aBracketAfterADrugKeepsTheNameBeforeIt() {
        Chart chart = new Chart(
                Known.read(List.of(diagnosis("HIV infection"))),
                Known.read(List.of(infusion("natalizumab"))),
                Known.read(List.of(cd4(50))),
                Known.read(List.of()));

        assertThat(card("rituximab", chart).detail().orElseThrow())
                .contains("Also: rituximab (boxed PML warning) in HIV")
                .doesNotContain("Also: (", "· (");
    }

    private static Card card(String drug, Chart chart) {
        Order order = new Order(
                "MedicationRequest/1",
                Known.read(Product.named(Concept.ofText(drug))),
                Dosing.UNSTATED,
                Order.Purpose.TREAT);
        OrderedDrug ordered =
                new OrderedDrug(order, KNOWLEDGE.drugs().byId(drug).orElseThrow(), Recognition.By.CODE, false);
        return new CardWriter(KNOWLEDGE, UUID::randomUUID, Optional.empty())
                .write(
                        new Assessor(KNOWLEDGE).assess(List.of(ordered), chart, TODAY),
                        List.of(),
                        test -> new FhirJson(
                                JsonNodeFactory.instance.objectNode().put("resourceType", "ServiceRequest")),
                        any -> Optional.empty())
                .getFirst();
    }

    private static Diagnosis diagnosis(String text) {
        return new Diagnosis(
                Concept.ofText(text),
                Diagnosis.Course.ACTIVE,
                Diagnosis.Certainty.CONFIRMED,
                Optional.of(TODAY.minusYears(3)),
                Optional.empty(),
                "Condition/1");
    }

    private static LabResult cd4(int perMicrolitre) {
        return new LabResult(
                new Concept(List.of(new Coding(CodeSystem.LOINC, "24467-3", "")), "CD4 count"),
                new LabValue.Measured(LabValue.Comparator.EXACTLY, BigDecimal.valueOf(perMicrolitre), "/uL"),
                Optional.of(TODAY.minusDays(5)),
                "Observation/1");
    }

    private static MedicationUse infusion(String drug) {
        Optional<LocalDate> day = Optional.of(TODAY.minusDays(20));
        return new MedicationUse(
                Product.named(Concept.ofText(drug)),
                MedicationUse.Status.GIVEN,
                new Span(day, day),
                Dosing.UNSTATED,
                MedicationUse.Source.ADMINISTERED,
                Optional.empty(),
                "MedicationAdministration/1");
    }
}
