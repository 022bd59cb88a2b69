package org.pmlguard.replay;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.OverrideReason;
import org.pmlguard.ledger.MemoryProperties;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.memory.Memory;
import org.pmlguard.risk.memory.PastAnswer;
import org.pmlguard.risk.memory.Recall;
import org.pmlguard.risk.memory.RiskInputs;

/**
 * The memory of overrides over a patient's past, as if every card had been answered on the spot with the first reason it
 * offers: nobody knows what would have been answered, so this is the least that would be shown.
 */
final class Answers {

    private static final Period SHIPPED = Period.ofDays(180);

    private final Knowledge knowledge;
    private final Optional<Memory> memory;
    private final Map<String, List<PastAnswer>> byDrug = new HashMap<>();

    private Answers(Knowledge knowledge, boolean on) {
        this.knowledge = knowledge;
        this.memory = on
                ? Optional.of(new Memory(new MemoryProperties(true, SHIPPED, Map.of()).times(), knowledge.edition()))
                : Optional.empty();
    }

    /** The memory of one patient, empty at first; always empty if it is off. */
    static Answers of(Knowledge knowledge, boolean on) {
        return new Answers(knowledge, on);
    }

    Recall recall(Assessment assessment, LocalDate today) {
        List<PastAnswer> past = byDrug.getOrDefault(assessment.ordered().drug().id(), List.of());
        Optional<Concern> concern = Recall.quietable(assessment);
        return memory.isEmpty() || past.isEmpty() || concern.isEmpty()
                ? Recall.nothing(assessment)
                : memory.get().recall(concern.get(), past, today);
    }

    /** Answers what was just said. */
    void answer(Said said, LocalDate today) {
        if (memory.isPresent()) {
            said.recalls().forEach(recall -> answer(recall, today));
        }
    }

    private void answer(Recall recall, LocalDate today) {
        if (recall.said().orElse(null) instanceof Concern shown && recall.assessment() instanceof Concern whole) {
            reason(shown)
                    .ifPresent(reason -> byDrug.computeIfAbsent(
                                    shown.ordered().drug().id(), drug -> new ArrayList<>())
                            .add(answer(shown, whole, reason, today)));
        }
    }

    private Optional<OverrideReason> reason(Concern shown) {
        return shown.findings().stream()
                .flatMap(finding -> finding.level().overrideReasons().stream())
                .findFirst()
                .map(knowledge.overrideReasons()::get);
    }

    private PastAnswer answer(Concern shown, Concern whole, OverrideReason reason, LocalDate today) {
        Set<String> rules = shown.findings().stream()
                .filter(finding -> offers(finding, reason))
                .map(finding -> finding.rule().id())
                .collect(Collectors.toUnmodifiableSet());
        return new PastAnswer(
                "", reason.code(), reason.display(), today, rules, RiskInputs.of(whole, knowledge.edition()));
    }

    private boolean offers(Finding finding, OverrideReason reason) {
        return finding.level().overrideReasons().stream()
                .anyMatch(id -> reason.equals(knowledge.overrideReasons().get(id)));
    }
}
