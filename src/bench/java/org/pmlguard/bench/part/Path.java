package org.pmlguard.bench.part;

import ca.uhn.fhir.context.FhirContext;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pmlguard.bench.Case;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.CallReader;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.CardsResponse;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Gap;
import org.pmlguard.fhir.ChartReader;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.fhir.OrderReader;
import org.pmlguard.fhir.Outbound;
import org.pmlguard.fhir.PatientRecord;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.hook.Recogniser;
import org.pmlguard.hook.Recogniser.Recognised;
import org.pmlguard.hook.ServiceFiles;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;

/** The way of a call through the rooms, in the steps in which the server goes it, without tenants, memory and ledger. */
final class Path {

    private static final Outbound NOWHERE = Outbound.none(Gap.Cause.NOT_SENT);

    private final Knowledge knowledge = PackLoader.shipped();
    private final Service service =
            ServiceFiles.discovery().service("pml-order-sign").orElseThrow();
    private final CallReader calls = new CallReader();
    private final OrderReader orders = new OrderReader();
    private final Recogniser recogniser = new Recogniser(knowledge);
    private final ChartReader charts = new ChartReader();
    private final Assessor assessor = new Assessor(knowledge);
    private final CardWriter cards = new CardWriter(knowledge, UUID::randomUUID, Optional.empty());
    private final ResourceWriter resources;
    private final LocalDate today;

    Path(LocalDate today) {
        FhirContext r4 = FhirContext.forR4();
        this.resources = new ResourceWriter(() -> r4);
        this.today = today;
    }

    /** A watched order of 20 kB with its chart. */
    byte[] body() {
        return Case.watched(20, today).body().getBytes(StandardCharsets.UTF_8);
    }

    Call decode(byte[] body) {
        return calls.read(body, service);
    }

    Recognised recognise(Call call) {
        return recogniser.recognise(orders.read(call, NOWHERE));
    }

    PatientRecord open(Call call) {
        return charts.open(call, service, NOWHERE);
    }

    List<Assessment> assess(Recognised recognised, Chart chart) {
        return assessor.assess(recognised.watched(), chart, today);
    }

    List<Card> write(List<Assessment> assessments, FhirVersion version) {
        return cards.write(assessments, List.of(), test -> testOrder(test, version));
    }

    private FhirJson testOrder(Coding test, FhirVersion version) {
        Concept what = new Concept(List.of(test), test.display());
        return resources.write(new TestOrder(what, "bench-0000000", today, Optional.of("PML risk")), version);
    }

    byte[] answer(List<Card> written) {
        return CardsResponse.of(written).toJson();
    }
}
