package org.pmlguard.hook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Section;
import org.pmlguard.fhir.ChartReader;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.fhir.DraftOrders;
import org.pmlguard.fhir.Gate;
import org.pmlguard.fhir.OrderReader;
import org.pmlguard.fhir.Outbound;
import org.pmlguard.fhir.PatientRecord;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.risk.Assessor;
import org.pmlguard.risk.OrderedDrug;
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
    private final Assessor assessor;
    private final DecisionLog log;
    private final Clock clock;
    private final Semaphore desks;

    Intake(
            CallReader calls,
            Gate gate,
            OrderReader orders,
            LookUp lookUp,
            Recogniser recogniser,
            ChartReader charts,
            Assessor assessor,
            DecisionLog log,
            Clock clock,
            HookProperties properties) {
        this.calls = calls;
        this.gate = gate;
        this.orders = orders;
        this.lookUp = lookUp;
        this.recogniser = recogniser;
        this.charts = charts;
        this.assessor = assessor;
        this.log = log;
        this.clock = clock;
        this.desks = new Semaphore(properties.mostCharts());
    }

    /** A call, understood, its record opened no further than that took. */
    record Asked(
            Call call,
            Service service,
            PatientRecord record,
            Recognised recognised,
            Deadline deadline,
            Effort effort) {}

    /** What a body says; at a glance without its prefetch. */
    Call decode(Service service, byte[] body, Effort effort) {
        return effort == Effort.FULL ? calls.read(body, service) : calls.readWithoutPrefetch(body, service);
    }

    /**
     * Read the orders, recognise the drugs. Where nothing is ordered, what the patient takes stands for the orders: the
     * medication history is read, and the rest only if a drug in it asks for that.
     */
    Asked read(Tenant tenant, Service service, Call call, Deadline deadline, Effort effort) {
        Outbound out = effort == Effort.FULL ? gate.open(call, tenant, deadline) : Outbound.none(Gap.Cause.OVERLOADED);
        PatientRecord record = charts.open(call, service, out);
        Recognised recognised = isStanding(call) ? current(call, record) : ordered(call, out, deadline);
        return new Asked(call, service, record, recognised, deadline, effort);
    }

    /** A drug that must be looked up takes no more than half of the time. */
    private Recognised ordered(Call call, Outbound out, Deadline deadline) {
        return recogniser.recognise(explained(orders.read(call, out.hurried()), deadline));
    }

    /** For the sake of another patient's order nobody is asked. */
    private DraftOrders explained(DraftOrders drafts, Deadline deadline) {
        return new DraftOrders(lookUp.orders(drafts.orders(), deadline.remaining()), drafts.ofOtherPatients());
    }

    /** Whether a chart is opened and nothing is ordered. */
    static boolean isStanding(Call call) {
        return switch (call.context()) {
            case Context.PatientView view -> true;
            case Context.EncounterStart start -> true;
            default -> false;
        };
    }

    private Recognised current(Call call, PatientRecord record) {
        Known<List<MedicationUse>> medications = record.medications();
        List<OrderedDrug> current = assessor.currentTherapy(medications, LocalDate.now(clock));
        if (current.isEmpty() && !medications.gaps().isEmpty()) {
            log.quietDespite(call, medications.gaps());
        }
        return new Recognised(current, List.of());
    }

    /** The chart, or, when too many are being read already, one of which nothing is known: then the card says so. */
    Chart chart(Asked asked) {
        if (asked.effort() != Effort.FULL || !desks.tryAcquire()) {
            return unread();
        }
        try {
            return lookUp.chart(asked.record().chart(), asked.deadline().remaining());
        } finally {
            desks.release();
        }
    }

    private static Chart unread() {
        return new Chart(
                busy(Section.DIAGNOSES), busy(Section.MEDICATIONS), busy(Section.LABS), busy(Section.PROCEDURES));
    }

    private static <T> Known<T> busy(Section section) {
        return new Known.Unavailable<>(Gap.in(section, Gap.Cause.OVERLOADED));
    }
}
