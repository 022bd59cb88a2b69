package org.pmlguard.risk.memory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Finding;

/**
 * Holds a concern against the answers given on the same patient and drug. A finding stays quiet while an answer to its
 * rule holds: in its time, on the very inputs it was given on, and with the whole record read. Floor findings are never
 * quiet. Pure: the same concern, answers and day give the same recall.
 */
public final class Memory {

    /** Gaps that lie in the record itself and were there when the answer was given. All others mean: we could not look. */
    private static final Set<Gap.Cause> IN_THE_RECORD =
            EnumSet.of(Gap.Cause.UNDATED, Gap.Cause.NOT_INTERPRETABLE, Gap.Cause.NOT_IDENTIFIED);

    private final HoldingTimes times;
    private final Knowledge.Edition edition;

    public Memory(HoldingTimes times, Knowledge.Edition edition) {
        this.times = times;
        this.edition = edition;
    }

    /**
     * What is still to be said.
     *
     * @param answers those given on the same tenant, patient and drug, in any sequence
     */
    public Recall recall(Concern concern, List<PastAnswer> answers, LocalDate today) {
        RiskInputs now = RiskInputs.of(concern, edition);
        List<Quiet> answered = lookedEverywhere(concern) ? answered(concern, now, answers, today) : List.of();
        List<Finding> said = said(concern, answered);
        return new Recall(
                concern,
                rest(concern, said),
                quiet(concern, said, answered),
                lapse(concern, said, now, answers, today));
    }

    private static boolean lookedEverywhere(Concern concern) {
        return concern.gaps().stream().map(Gap::why).allMatch(IN_THE_RECORD::contains);
    }

    /** Each finding with the answer that holds longest. */
    private List<Quiet> answered(Concern concern, RiskInputs now, List<PastAnswer> answers, LocalDate today) {
        List<Quiet> quiet = new ArrayList<>();
        for (Finding finding : concern.findings()) {
            answers.stream()
                    .filter(answer -> Floor.mayBeQuiet(finding) && holds(answer, finding, now, today))
                    .max(Comparator.comparing(times::lastDay))
                    .ifPresent(answer -> quiet.add(new Quiet(finding, answer, times.lastDay(answer))));
        }
        return quiet;
    }

    private boolean holds(PastAnswer answer, Finding finding, RiskInputs now, LocalDate today) {
        return answer.rules().contains(finding.rule().id())
                && now.unchangedSince(answer.then())
                && !today.isAfter(times.lastDay(answer));
    }

    /** What no answer holds for. A finding that only stands beside others goes with the last of them. */
    private static List<Finding> said(Concern concern, List<Quiet> answered) {
        List<Finding> open = concern.findings().stream()
                .filter(finding ->
                        answered.stream().noneMatch(one -> one.finding().equals(finding)))
                .toList();
        return open.stream().filter(finding -> mayStand(finding, open)).toList();
    }

    private static boolean mayStand(Finding finding, List<Finding> beside) {
        Set<String> companions = finding.rule().onlyWith();
        return companions.isEmpty()
                || !Floor.mayBeQuiet(finding)
                || beside.stream()
                        .anyMatch(other -> companions.contains(other.rule().id()));
    }

    private static Optional<Assessment> rest(Concern concern, List<Finding> said) {
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(new Concern(
                        concern.ordered(),
                        said.getFirst().indicator(),
                        said,
                        concern.stratum(),
                        concern.gaps(),
                        concern.shadow()));
    }

    /** Those answered, and those that went with them. */
    private static List<Quiet> quiet(Concern concern, List<Finding> said, List<Quiet> answered) {
        return concern.findings().stream()
                .filter(finding -> !said.contains(finding))
                .map(finding -> answered.stream()
                        .filter(one -> one.finding().equals(finding))
                        .findFirst()
                        .orElseGet(() -> new Quiet(
                                finding,
                                answered.getFirst().answer(),
                                answered.getFirst().until())))
                .toList();
    }

    /** The latest answer to something that is said again, and why it is. */
    private Optional<Lapse> lapse(
            Concern concern, List<Finding> said, RiskInputs now, List<PastAnswer> answers, LocalDate today) {
        return answers.stream()
                .filter(answer -> said.stream()
                        .filter(Floor::mayBeQuiet)
                        .anyMatch(finding ->
                                answer.rules().contains(finding.rule().id())))
                .max(Comparator.comparing(PastAnswer::on))
                .map(answer -> new Lapse(answer, why(concern, now, answer, today)))
                .filter(lapse -> !lapse.why().isEmpty());
    }

    private List<Change> why(Concern concern, RiskInputs now, PastAnswer answer, LocalDate today) {
        List<Change> why = new ArrayList<>(new Comparison(answer.then(), now).changes());
        if (!lookedEverywhere(concern) && !why.contains(new Change.NotAllRead())) {
            why.add(new Change.NotAllRead());
        }
        if (today.isAfter(times.lastDay(answer))) {
            why.add(new Change.TimeOver(times.of(answer.reason())));
        }
        return why;
    }
}
