package org.pmlguard.ledger;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.LabValue;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Span;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;
import org.pmlguard.risk.OrderedDrug;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.risk.memory.RiskInputs;

/** Decisions as the server makes them: natalizumab in its third year, with a high JCV index. */
final class Decisions {

    static final String REASONS = "https://pmlguard.org/fhir/CodeSystem/override-reason";

    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final CardWriter CARDS = new CardWriter(KNOWLEDGE, UUID::randomUUID, Optional.empty());

    private Decisions() {}

    static Decision natalizumab(String tenant, String patient) {
        Product product = Product.named(Concept.ofText("natalizumab"));
        Order order = new Order("MedicationRequest/draft-1", Known.read(product), Dosing.UNSTATED, Order.Purpose.TREAT);
        List<OrderedDrug> ordered = KNOWLEDGE.drugs().recognise(product).drugs().stream()
                .map(found -> new OrderedDrug(order, found.drug(), found.by(), false))
                .toList();
        List<Assessment> assessments = new Assessor(KNOWLEDGE).assess(ordered, chart(product), TODAY);
        List<Card> cards = CARDS.write(
                assessments,
                List.of(),
                test -> new FhirJson(Kept.JSON.readTree("{\"resourceType\":\"ServiceRequest\"}")));
        return new Decision(
                UUID.randomUUID(),
                Instant.parse("2026-11-21T10:00:00Z"),
                tenant,
                "pml-order-sign",
                "order-sign",
                Optional.of("instance"),
                Optional.of(patient),
                Optional.of("Practitioner/7"),
                KNOWLEDGE.edition(),
                assessments.stream().map(Recall::nothing).toList(),
                List.of(),
                cards,
                new Timings(Duration.ofMillis(3), Duration.ofNanos(50_000), Duration.ofMillis(4)),
                false);
    }

    /** The same of a tenant in shadow mode. */
    static Decision inShadow(Decision decision) {
        return new Decision(
                decision.id(),
                decision.at(),
                decision.tenant(),
                decision.service(),
                decision.hook(),
                decision.hookInstance(),
                decision.patient(),
                decision.prescriber(),
                decision.knowledge(),
                decision.orders(),
                decision.unidentified(),
                decision.cards(),
                decision.timings(),
                true);
    }

    /** The same where the rules that spoke are in shadow, so that nothing was said. */
    static Decision watched(Decision decision) {
        Assessment.Concern concern =
                (Assessment.Concern) decision.orders().getFirst().assessment();
        Assessment clear = new Assessment.Clear(concern.ordered(), concern.findings());
        return new Decision(
                decision.id(),
                decision.at(),
                decision.tenant(),
                decision.service(),
                decision.hook(),
                decision.hookInstance(),
                decision.patient(),
                decision.prescriber(),
                decision.knowledge(),
                List.of(Recall.nothing(clear)),
                decision.unidentified(),
                List.of(),
                decision.timings(),
                false);
    }

    private static Chart chart(Product natalizumab) {
        MedicationUse use = new MedicationUse(
                natalizumab,
                MedicationUse.Status.ACTIVE,
                new Span(Optional.of(LocalDate.of(2024, 5, 21)), Optional.empty()),
                Dosing.UNSTATED,
                MedicationUse.Source.ORDERED,
                Optional.empty(),
                "MedicationRequest/1");
        LabResult index = new LabResult(
                Concept.ofText("JCV antibody index"),
                new LabValue.Measured(LabValue.Comparator.EXACTLY, new BigDecimal("2.1"), "index"),
                Optional.of(LocalDate.of(2026, 10, 12)),
                "Observation/1");
        return new Chart(
                Known.read(List.of()), Known.read(List.of(use)), Known.read(List.of(index)), Known.read(List.of()));
    }

    static RiskInputs inputs(Decision decision) {
        return CardRows.inputs(decision, decision.orders().getFirst()).orElseThrow();
    }

    /** One that no database takes: the hash of its knowledge is longer than a hash is. */
    static Decision unwritable(Decision decision) {
        return new Decision(
                decision.id(),
                decision.at(),
                decision.tenant(),
                decision.service(),
                decision.hook(),
                decision.hookInstance(),
                decision.patient(),
                decision.prescriber(),
                new Knowledge.Edition("1", "f".repeat(100), "", List.of()),
                decision.orders(),
                decision.unidentified(),
                decision.cards(),
                decision.timings(),
                decision.shadow());
    }
}
