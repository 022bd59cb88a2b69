package org.pmlguard.hook;

import java.util.concurrent.Semaphore;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.Section;
import org.pmlguard.fhir.ChartReader;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.fhir.DraftOrders;
import org.pmlguard.fhir.Gate;
import org.pmlguard.fhir.OrderReader;
import org.pmlguard.fhir.Outbound;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.tenant.Tenant;
import org.pmlguard.terminology.LookUp;
import org.springframework.stereotype.Component;

/** The first half of every way: what is asked, which orders concern us, and the chart if any does. */
@Component
class Intake {

    private final CallReader calls;
    private final Gate gate;
    private final OrderReader orders;
    private final LookUp lookUp;
    private final Recogniser recogniser;
    private final ChartReader charts;
    private final Semaphore desks;

    Intake(
            CallReader calls,
            Gate gate,
            OrderReader orders,
            LookUp lookUp,
            Recogniser recogniser,
            ChartReader charts,
            HookProperties properties) {
        this.calls = calls;
        this.gate = gate;
        this.orders = orders;
        this.lookUp = lookUp;
        this.recogniser = recogniser;
        this.charts = charts;
        this.desks = new Semaphore(properties.mostCharts());
    }

    /** A call, understood, its chart not yet opened. */
    record Asked(Call call, Service service, Outbound out, Recognised recognised, Deadline deadline) {}

    /** What a body says. */
    Call decode(Service service, byte[] body) {
        return calls.read(body, service);
    }

    /** Read the orders, recognise the drugs. */
    Asked read(Tenant tenant, Service service, Call call, Deadline deadline) {
        Outbound out = gate.open(call, tenant, deadline);
        DraftOrders drafts = explained(orders.read(call, out), deadline);
        return new Asked(call, service, out, recogniser.recognise(drafts), deadline);
    }

    /** For the sake of another patient's order nobody is asked. */
    private DraftOrders explained(DraftOrders drafts, Deadline deadline) {
        return new DraftOrders(lookUp.orders(drafts.orders(), deadline.remaining()), drafts.ofOtherPatients());
    }

    /** The chart, or, when too many are being read already, one of which nothing is known: then the card says so. */
    Chart chart(Asked asked) {
        if (!desks.tryAcquire()) {
            return unread();
        }
        try {
            Chart chart = charts.read(asked.call(), asked.service(), asked.out());
            return lookUp.chart(chart, asked.deadline().remaining());
        } finally {
            desks.release();
        }
    }

    private static Chart unread() {
        return new Chart(
                busy(Section.DIAGNOSES), busy(Section.MEDICATIONS), busy(Section.LABS), busy(Section.PROCEDURES));
    }

    private static <T> Known<T> busy(Section section) {
        return new Known.Unavailable<>(Gap.in(section, Gap.Cause.BUSY));
    }
}
