package org.pmlguard.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.hook.Intake.Asked;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.ledger.Decision;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.Remembrance;
import org.pmlguard.ledger.Timings;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.tenant.Tenant;
import org.springframework.stereotype.Component;

/** What a call has to do with the ledger: what was answered before, and what is decided now. */
@Component
class Records {

    private final Ledger ledger;
    private final Remembrance remembrance;
    private final Knowledge.Edition edition;
    private final Clock clock;

    Records(Ledger ledger, Remembrance remembrance, Knowledge knowledge, Clock clock) {
        this.ledger = ledger;
        this.remembrance = remembrance;
        this.edition = knowledge.edition();
        this.clock = clock;
    }

    /** What was answered before; at a glance nobody is asked, and everything is said. */
    List<Recall> recall(Tenant tenant, Asked asked, List<Assessment> assessments, LocalDate today, Deadline deadline) {
        if (asked.effort() != Effort.FULL) {
            return assessments.stream().map(Recall::nothing).toList();
        }
        return remembrance.recall(
                tenant.id(), asked.call().context().patientId(), assessments, today, deadline::remaining);
    }

    /** Hands the decision over; its rows are made elsewhere. After a glance nobody waits for them. */
    void record(
            Tenant tenant, Asked asked, List<Recall> recalls, List<Card> cards, Timings timings, Deadline deadline) {
        List<Gap> unidentified = asked.recognised().unidentified();
        Decision decision = Decision.on(
                asked.call(), tenant, asked.service(), clock.instant(), edition, recalls, unidentified, cards, timings);
        ledger.record(decision, asked.effort() == Effort.FULL ? deadline.remaining() : Duration.ZERO);
    }

    /** Takes the times between the steps of a call. */
    static final class Stopwatch {

        private final long start = System.nanoTime();
        private long read = start;
        private long judged = start;

        void chartRead() {
            read = System.nanoTime();
        }

        void assessed() {
            judged = System.nanoTime();
        }

        Timings written() {
            return new Timings(
                    Duration.ofNanos(read - start),
                    Duration.ofNanos(judged - read),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
