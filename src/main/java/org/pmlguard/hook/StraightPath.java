package org.pmlguard.hook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.CardsResponse;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.hook.Intake.Asked;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;
import org.pmlguard.tenant.Tenant;
import org.springframework.stereotype.Component;

/** The way of every call, from its bytes to its cards. */
@Component
class StraightPath {

    private final Intake intake;
    private final Assessor assessor;
    private final CardWriter cards;
    private final ResourceWriter resources;
    private final DecisionLog log;
    private final Clock clock;

    StraightPath(
            Intake intake,
            Assessor assessor,
            CardWriter cards,
            ResourceWriter resources,
            DecisionLog log,
            Clock clock) {
        this.intake = intake;
        this.assessor = assessor;
        this.cards = cards;
        this.resources = resources;
        this.log = log;
        this.clock = clock;
    }

    /** Decode, read the orders, recognise the drugs, open the chart if one is ours, assess, write, record. */
    byte[] answer(Tenant tenant, Service service, byte[] body, Deadline deadline) {
        Asked asked = intake.read(tenant, service, body, deadline);
        Recognised recognised = asked.recognised();
        if (recognised.nothing()) {
            return CardsResponse.empty().toJson();
        }
        LocalDate today = LocalDate.now(clock);
        List<Assessment> assessments = assess(asked, today);
        List<Card> written = cards.write(assessments, recognised.unidentified(), testOrder(asked.call(), today));
        log.record(tenant, asked.call(), assessments, recognised.unidentified(), written);
        return CardsResponse.of(written).toJson();
    }

    /** Whatever goes wrong once a watched drug is ordered must be said on a card: an error would look like "all clear". */
    private List<Assessment> assess(Asked asked, LocalDate today) {
        Recognised recognised = asked.recognised();
        if (recognised.watched().isEmpty()) {
            return List.of();
        }
        try {
            return assessor.assess(recognised.watched(), intake.chart(asked), today);
        } catch (RuntimeException e) {
            log.failed(asked.call(), e);
            List<Gap> gap = List.of(new Gap("the whole check", Gap.Cause.INTERNAL));
            return recognised.watched().stream()
                    .<Assessment>map(drug -> new Assessment.Incomplete(drug, gap))
                    .toList();
        }
    }

    private Function<Coding, FhirJson> testOrder(Call call, LocalDate today) {
        String patient = call.context().patientId().orElse("");
        return test -> resources.write(
                new TestOrder(new Concept(List.of(test), test.display()), patient, today, Optional.of("PML risk")));
    }
}
