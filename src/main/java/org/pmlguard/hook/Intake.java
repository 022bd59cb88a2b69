package org.pmlguard.hook;

import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
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

    Intake(CallReader calls, Gate gate, OrderReader orders, LookUp lookUp, Recogniser recogniser, ChartReader charts) {
        this.calls = calls;
        this.gate = gate;
        this.orders = orders;
        this.lookUp = lookUp;
        this.recogniser = recogniser;
        this.charts = charts;
    }

    /** A call, understood, its chart not yet opened. */
    record Asked(Call call, Service service, Outbound out, Recognised recognised, Deadline deadline) {}

    /** What a body says. */
    Call decode(Service service, byte[] body) {
        return calls.read(body, service);
    }

    /** Read the orders, recognise the drugs; a drug that must be looked up takes no more than half of the time. */
    Asked read(Tenant tenant, Service service, Call call, Deadline deadline) {
        Outbound out = gate.open(call, tenant, deadline);
        DraftOrders drafts = explained(orders.read(call, out.hurried()), deadline);
        return new Asked(call, service, out, recogniser.recognise(drafts), deadline);
    }

    /** For the sake of another patient's order nobody is asked. */
    private DraftOrders explained(DraftOrders drafts, Deadline deadline) {
        return new DraftOrders(lookUp.orders(drafts.orders(), deadline.remaining()), drafts.ofOtherPatients());
    }

    Chart chart(Asked asked) {
        Chart chart = charts.read(asked.call(), asked.service(), asked.out());
        return lookUp.chart(chart, asked.deadline().remaining());
    }
}
