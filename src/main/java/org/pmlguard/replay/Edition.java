package org.pmlguard.replay;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Context;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.clinical.Chart;
import org.pmlguard.fhir.DraftOrders;
import org.pmlguard.hook.Recogniser;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.risk.Assessor;
import org.pmlguard.risk.OrderedDrug;
import org.pmlguard.risk.memory.Recall;
import tools.jackson.databind.json.JsonMapper;

/** The server's judgement on one edition of the knowledge. */
final class Edition {

    private static final FhirJson ANY_TEST =
            new FhirJson(JsonMapper.shared().createObjectNode().put("resourceType", "ServiceRequest"));

    private final Knowledge knowledge;
    private final Recogniser recogniser;
    private final Assessor assessor;
    private final CardWriter cards;

    /** No card leaves this process, so that counting is unique enough. */
    private final AtomicLong ids = new AtomicLong();

    Edition(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.recogniser = new Recogniser(knowledge);
        this.assessor = new Assessor(knowledge);
        this.cards = new CardWriter(knowledge, () -> new UUID(0, ids.incrementAndGet()), Optional.empty());
    }

    Knowledge knowledge() {
        return knowledge;
    }

    Recognised recognise(DraftOrders drafts) {
        return recogniser.recognise(drafts);
    }

    /** What stands for the orders of a call: the drafts, or, where nothing is ordered, what the patient takes. */
    Recognised concerned(Call call, DraftOrders drafts, Supplier<Chart> chart, LocalDate today) {
        return isStanding(call)
                ? new Recognised(assessor.currentTherapy(chart.get().medications(), today), List.of())
                : recogniser.recognise(drafts);
    }

    static boolean isStanding(Call call) {
        return switch (call.context()) {
            case Context.PatientView view -> true;
            case Context.EncounterStart start -> true;
            default -> false;
        };
    }

    /** Assess, remember, write: the second half of the way of every call. */
    Said say(Recognised recognised, Supplier<Chart> chart, LocalDate today, Answers answers) {
        if (recognised.nothing()) {
            return Said.NOTHING;
        }
        List<OrderedDrug> watched = recognised.watched();
        List<Recall> recalls = watched.isEmpty()
                ? List.of()
                : assessor.assess(watched, chart.get(), today).stream()
                        .map(assessment -> answers.recall(assessment, today))
                        .toList();
        Said said = new Said(
                watched,
                recalls,
                recognised.unidentified(),
                cards.write(
                        recalls.stream()
                                .flatMap(recall ->
                                        Stream.ofNullable(recall.said().orElse(null)))
                                .toList(),
                        recognised.unidentified(),
                        test -> ANY_TEST,
                        drug -> Recall.lapse(recalls, drug)));
        answers.answer(said, today);
        return said;
    }
}
