package org.pmlguard.demo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Order;
import org.pmlguard.fhir.ChartReader;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.OrderReader;
import org.pmlguard.fhir.Outbound;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.ledger.Decision;
import org.pmlguard.ledger.Remembrance;
import org.pmlguard.ledger.Timings;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;
import org.pmlguard.risk.OrderedDrug;
import org.pmlguard.risk.memory.Recall;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/** Decides on a visit of the past as on any call, by the same readers, assessor, memory and cards, only on its own day. */
@Component
@Conditional(WithHistory.class)
class PastDecider {

    static final String TENANT = "trial";

    private static final Outbound NOWHERE = Outbound.none(Gap.Cause.NOT_SENT);
    private static final Duration AT_LEISURE = Duration.ofSeconds(5);

    private final Discovery discovery;
    private final CallReader calls;
    private final OrderReader orders;
    private final ChartReader charts;
    private final Knowledge knowledge;
    private final Assessor assessor;
    private final Remembrance remembrance;
    private final CardWriter cards;
    private final ResourceWriter resources;

    PastDecider(
            Discovery discovery,
            CallReader calls,
            OrderReader orders,
            ChartReader charts,
            Knowledge knowledge,
            Assessor assessor,
            Remembrance remembrance,
            CardWriter cards,
            ResourceWriter resources) {
        this.discovery = discovery;
        this.calls = calls;
        this.orders = orders;
        this.charts = charts;
        this.knowledge = knowledge;
        this.assessor = assessor;
        this.remembrance = remembrance;
        this.cards = cards;
        this.resources = resources;
    }

    /** The decision; none where no watched drug is ordered. */
    Optional<Decision> decide(PastVisit visit, ZoneId zone) {
        long start = System.nanoTime();
        Service service = discovery.service(visit.service()).orElseThrow();
        Call call = calls.read(PastCall.of(visit), service);
        List<OrderedDrug> watched = orders.read(call, NOWHERE).orders().stream()
                .flatMap(this::watched)
                .toList();
        if (watched.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(visit.at(), zone);
        List<Assessment> assessments = assessor.assess(watched, charts.read(call, service, NOWHERE), today);
        List<Recall> recalls =
                remembrance.recall(TENANT, Optional.of(visit.patient()), assessments, today, () -> AT_LEISURE);
        List<Card> written = written(recalls, visit, today);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        return Optional.of(decision(visit, call, recalls, written, new Timings(Duration.ZERO, took, took)));
    }

    private Stream<OrderedDrug> watched(Order order) {
        return order.product().found().stream()
                .flatMap(product -> OrderedDrug.in(order, knowledge.drugs().recognise(product)).stream())
                .filter(found -> knowledge.watches(found.drug()));
    }

    private List<Card> written(List<Recall> recalls, PastVisit visit, LocalDate today) {
        return cards.write(
                recalls.stream().flatMap(recall -> recall.said().stream()).toList(),
                List.of(),
                testOrder(visit, today),
                drug -> Recall.lapse(recalls, drug));
    }

    private Function<Coding, FhirJson> testOrder(PastVisit visit, LocalDate today) {
        return test -> resources.write(
                new TestOrder(
                        new Concept(List.of(test), test.display()), visit.patient(), today, Optional.of("PML risk")),
                FhirVersion.R4);
    }

    private Decision decision(PastVisit visit, Call call, List<Recall> recalls, List<Card> written, Timings timings) {
        return new Decision(
                UUID.randomUUID(),
                visit.at(),
                TENANT,
                visit.service(),
                call.hook(),
                call.hookInstance(),
                call.context().patientId(),
                call.context().userId(),
                knowledge.edition(),
                recalls,
                List.of(),
                written,
                timings,
                false);
    }
}
