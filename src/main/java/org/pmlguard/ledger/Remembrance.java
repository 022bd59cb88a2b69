package org.pmlguard.ledger;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.memory.Memory;
import org.pmlguard.risk.memory.PastAnswer;
import org.pmlguard.risk.memory.Recall;

/** Holds the assessments of a call against what was answered before on the same patient and drugs. */
public final class Remembrance {

    private final Ledger ledger;
    private final Memory memory;
    private final boolean on;

    Remembrance(Ledger ledger, Memory memory, boolean on) {
        this.ledger = ledger;
        this.memory = memory;
        this.on = on;
    }

    /**
     * The assessments in their sequence, each with what of it is still to be said. The ledger is asked only where an answer
     * could make a difference.
     *
     * @param left how much time the answer still has
     */
    public List<Recall> recall(
            String tenant,
            Optional<String> patient,
            List<Assessment> assessments,
            LocalDate today,
            Supplier<Duration> left) {
        return assessments.stream()
                .map(assessment -> recall(tenant, patient, assessment, today, left))
                .toList();
    }

    private Recall recall(
            String tenant, Optional<String> patient, Assessment assessment, LocalDate today, Supplier<Duration> left) {
        Optional<Concern> concern = Recall.quietable(assessment);
        if (!on || concern.isEmpty() || patient.isEmpty()) {
            return Recall.nothing(assessment);
        }
        String drug = assessment.ordered().drug().id();
        List<PastAnswer> answers = ledger.answers(tenant, patient.get(), drug, left.get());
        return answers.isEmpty() ? Recall.nothing(assessment) : memory.recall(concern.get(), answers, today);
    }
}
