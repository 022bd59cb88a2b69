package org.pmlguard.hook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.CardsResponse;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.ChartReader;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.fhir.DraftOrders;
import org.pmlguard.fhir.Gate;
import org.pmlguard.fhir.OrderReader;
import org.pmlguard.fhir.Outbound;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;
import org.pmlguard.tenant.Tenant;
import org.springframework.stereotype.Component;

/** The way of every call, from its bytes to its cards. */
@Component
class StraightPath {

    private static final Gap FAILED = new Gap("the whole check", Gap.Cause.INTERNAL);

    private final CallReader calls;
    private final Gate gate;
    private final OrderReader orders;
    private final Recogniser recogniser;
    private final ChartReader charts;
    private final Assessor assessor;
    private final CardWriter cards;
    private final ResourceWriter resources;
    private final DecisionLog log;
    private final Clock clock;

    StraightPath(
            CallReader calls,
            Gate gate,
            OrderReader orders,
            Recogniser recogniser,
            ChartReader charts,
            Assessor assessor,
            CardWriter cards,
            ResourceWriter resources,
            DecisionLog log,
            Clock clock) {
        this.calls = calls;
        this.gate = gate;
        this.orders = orders;
        this.recogniser = recogniser;
        this.charts = charts;
        this.assessor = assessor;
        this.cards = cards;
        this.resources = resources;
        this.log = log;
        this.clock = clock;
    }

    /** From bytes to cards. A call that cannot be decoded is refused; whatever goes wrong after that is said on a card. */
    byte[] answer(Tenant tenant, Service service, byte[] body, Deadline deadline) {
        Call call = calls.read(body, service);
        return CardsResponse.of(cards(tenant, service, call, deadline)).toJson();
    }

    /** An error would look like "all clear" in many EHRs, and the order might have been for a watched drug. */
    private List<Card> cards(Tenant tenant, Service service, Call call, Deadline deadline) {
        try {
            return checked(tenant, service, call, deadline);
        } catch (RuntimeException e) {
            log.failed(call, e);
            return cards.write(List.of(), List.of(FAILED), testOrder(call, LocalDate.now(clock)));
        }
    }

    /** Read the orders, recognise the drugs, open the chart if one is ours, assess, write, record. */
    private List<Card> checked(Tenant tenant, Service service, Call call, Deadline deadline) {
        Outbound out = gate.open(call, tenant, deadline);
        DraftOrders drafts = orders.read(call, out);
        Recognised recognised = recogniser.recognise(drafts);
        if (recognised.nothing()) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        List<Assessment> assessments = assess(call, service, out, recognised, today);
        List<Card> written = cards.write(assessments, recognised.unidentified(), testOrder(call, today));
        log.record(tenant, call, assessments, recognised.unidentified(), written);
        return written;
    }

    private List<Assessment> assess(Call call, Service service, Outbound out, Recognised recognised, LocalDate today) {
        if (recognised.watched().isEmpty()) {
            return List.of();
        }
        Chart chart = charts.read(call, service, out);
        return assessor.assess(recognised.watched(), chart, today);
    }

    private Function<Coding, FhirJson> testOrder(Call call, LocalDate today) {
        String patient = call.context().patientId().orElse("");
        return test -> resources.write(
                new TestOrder(new Concept(List.of(test), test.display()), patient, today, Optional.of("PML risk")));
    }
}
