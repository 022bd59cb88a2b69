package org.pmlguard.hook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.CardsResponse;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.hook.Intake.Asked;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.ledger.Timings;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;
import org.pmlguard.risk.OrderedDrug;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.tenant.Tenant;
import org.springframework.stereotype.Component;

/** The way of every call, from its bytes to its cards. */
@Component
class StraightPath {

    private static final Gap FAILED = new Gap("the whole check", Gap.Cause.INTERNAL);

    private final Intake intake;
    private final Assessor assessor;
    private final CardWriter cards;
    private final ResourceWriter resources;
    private final SystemActions actions;
    private final DecisionLog log;
    private final Records records;
    private final CallCounts counts;
    private final Clock clock;

    StraightPath(
            Intake intake,
            Assessor assessor,
            CardWriter cards,
            ResourceWriter resources,
            SystemActions actions,
            DecisionLog log,
            Records records,
            CallCounts counts,
            Clock clock) {
        this.intake = intake;
        this.assessor = assessor;
        this.cards = cards;
        this.resources = resources;
        this.actions = actions;
        this.log = log;
        this.records = records;
        this.counts = counts;
        this.clock = clock;
    }

    /** From bytes to cards. A call that cannot be decoded is refused; whatever goes wrong after that is said on a card. */
    byte[] answer(Tenant tenant, Service service, byte[] body, Deadline deadline, Effort effort) {
        Call call = decoded(service, body, effort);
        return response(tenant, service, call, deadline, effort).toJson();
    }

    private Call decoded(Service service, byte[] body, Effort effort) {
        try {
            return intake.decode(service, body, effort);
        } catch (BadCall e) {
            counts.ended(service, CallOutcome.REJECTED);
            throw e;
        }
    }

    /**
     * An error would look like "all clear" in many EHRs, and the order might have been for a watched drug. Where nothing was
     * ordered nobody was promised a check.
     */
    private CardsResponse response(Tenant tenant, Service service, Call call, Deadline deadline, Effort effort) {
        try {
            Asked asked = intake.read(tenant, service, call, deadline, effort);
            List<Card> written = checked(tenant, asked, deadline);
            return new CardsResponse(
                    written,
                    actions.of(
                            tenant,
                            call.hook(),
                            call.context().patientId(),
                            () -> asked.record().version(),
                            written));
        } catch (RuntimeException e) {
            log.failed(call, e);
            counts.ended(service, CallOutcome.ERROR);
            return CardsResponse.of(Intake.isStanding(call) ? List.of() : cards.unchecked(FAILED));
        }
    }

    /** Open the chart if a watched drug is ordered, assess, remember, write, record. */
    private List<Card> checked(Tenant tenant, Asked asked, Deadline deadline) {
        Recognised recognised = asked.recognised();
        if (recognised.nothing()) {
            counts.ended(asked.service(), CallOutcome.NOT_WATCHED);
            return List.of();
        }
        Records.Stopwatch watch = new Records.Stopwatch();
        LocalDate today = LocalDate.now(clock);
        List<Recall> recalls = records.recall(tenant, asked, assess(asked, today, watch), today, deadline);
        watch.assessed();
        List<Card> written = write(asked, recalls, today);
        Timings timings = watch.written();
        log.record(tenant, asked.call(), recalls, recognised.unidentified(), written, timings);
        counts.judged(asked.service(), recalls, recognised.unidentified(), written);
        records.record(tenant, asked, recalls, written, timings, deadline);
        return written;
    }

    private List<Assessment> assess(Asked asked, LocalDate today, Records.Stopwatch watch) {
        List<OrderedDrug> watched = asked.recognised().watched();
        if (watched.isEmpty()) {
            return List.of();
        }
        Chart chart = intake.chart(asked);
        watch.chartRead();
        return assessor.assess(watched, chart, today);
    }

    private List<Card> write(Asked asked, List<Recall> recalls, LocalDate today) {
        return cards.write(
                recalls.stream().flatMap(recall -> recall.said().stream()).toList(),
                asked.recognised().unidentified(),
                testOrder(asked, today),
                drug -> Recall.lapse(recalls, drug));
    }

    /** In the FHIR version of the caller, which is looked for only where a card offers a test. */
    private Function<Coding, FhirJson> testOrder(Asked asked, LocalDate today) {
        String patient = asked.call().context().patientId().orElse("");
        return test -> resources.write(
                new TestOrder(new Concept(List.of(test), test.display()), patient, today, Optional.of("PML risk")),
                asked.record().version());
    }
}
