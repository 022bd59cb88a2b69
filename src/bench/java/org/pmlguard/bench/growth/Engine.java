package org.pmlguard.bench.growth;

import ca.uhn.fhir.context.FhirContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.CardsResponse;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.ChartReader;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.OrderReader;
import org.pmlguard.fhir.Outbound;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.hook.Recogniser;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;

/** The decision path without a server and without a ledger: from the bytes of a call to the bytes of its answer. */
final class Engine {

    private final CallReader calls = new CallReader();
    private final OrderReader orders = new OrderReader();
    private final ChartReader charts = new ChartReader();
    private final ResourceWriter resources = new ResourceWriter(FhirContext::forR4Cached);
    private final Service service;
    private final Recogniser recogniser;
    private final Assessor assessor;
    private final CardWriter cards;
    private final LocalDate today;

    Engine(Knowledge knowledge, Service service, LocalDate today) {
        this.service = service;
        this.recogniser = new Recogniser(knowledge);
        this.assessor = new Assessor(knowledge);
        this.cards = new CardWriter(knowledge, UUID::randomUUID, Optional.empty());
        this.today = today;
    }

    byte[] answer(byte[] body) {
        Call call = calls.read(body, service);
        Outbound nowhere = Outbound.none(Gap.Cause.NOT_SENT);
        Recognised recognised = recogniser.recognise(orders.read(call, nowhere));
        List<Assessment> assessments =
                assessor.assess(recognised.watched(), charts.read(call, service, nowhere), today);
        List<Card> written = cards.write(assessments, recognised.unidentified(), this::testOrder);
        return CardsResponse.of(written).toJson();
    }

    /** In the FHIR version of the sample calls. */
    private FhirJson testOrder(Coding test) {
        return resources.write(
                new TestOrder(new Concept(List.of(test), test.display()), "bench", today, Optional.empty()),
                FhirVersion.R4);
    }
}
