package org.pmlguard.risk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.drug.Recognition;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.risk.judge.Treatments;
import org.pmlguard.risk.judge.Treatments.Treatment;

/** What is special about a check without an order: what it looks at, and that it says a thing once. */
final class StandingCheck {

    private final Knowledge knowledge;

    StandingCheck(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    /** The treatments that some standing rule speaks about, the drugs most tied to PML first. */
    List<OrderedDrug> subjects(Known<List<MedicationUse>> medications, LocalDate today) {
        return Treatments.of(medications, knowledge, today).stream()
                .filter(treatment ->
                        !knowledge.about(treatment.drug(), treatment.stage()).isEmpty())
                .sorted(Comparator.comparing(treatment -> treatment.drug().tier()))
                .map(this::subject)
                .toList();
    }

    private OrderedDrug subject(Treatment treatment) {
        MedicationUse use = treatment.use();
        Order order = new Order(
                use.reference(), Known.read(use.product()), use.dosing(), Order.Purpose.TREAT, treatment.stage());
        Recognition recognition = knowledge.drugs().recognise(use.product());
        Recognition.By by = recognition.drugs().stream()
                .filter(found -> found.drug().equals(treatment.drug()))
                .map(Recognition.Recognised::by)
                .findFirst()
                .orElse(Recognition.By.NAME);
        return new OrderedDrug(order, treatment.drug(), by, recognition.conflict());
    }

    /**
     * Past PML is one piece of news, however many immunosuppressants the patient takes: it is said with the first drug, and
     * the others are named there.
     */
    List<Reasoning> eachFindingOnce(List<Reasoning> reasonings) {
        if (reasonings.stream().noneMatch(StandingCheck::isTreatment)) {
            return reasonings;
        }
        Set<String> said = new HashSet<>();
        List<Reasoning> once = new ArrayList<>();
        for (Reasoning reasoning : reasonings) {
            List<Finding> news = reasoning.said().stream()
                    .filter(finding -> said.add(finding.rule().id()))
                    .map(finding -> namingOthers(finding, reasoning, reasonings))
                    .toList();
            once.add(reasoning.saying(news));
        }
        return once;
    }

    private static boolean isTreatment(Reasoning reasoning) {
        return reasoning.assessment().ordered().order().stage().isTreatment();
    }

    private static Finding namingOthers(Finding finding, Reasoning first, List<Reasoning> all) {
        String others = all.stream()
                .filter(other -> other.said().stream().anyMatch(one -> isOf(one, finding.rule())))
                .map(other -> other.assessment().ordered().drug())
                .filter(drug -> !drug.equals(first.assessment().ordered().drug()))
                .map(Drug::name)
                .collect(Collectors.joining(", "));
        return others.isEmpty() ? finding : finding.with(Fact.stated("same", "The same holds for", others));
    }

    private static boolean isOf(Finding finding, Rule rule) {
        return finding.rule().id().equals(rule.id());
    }
}
