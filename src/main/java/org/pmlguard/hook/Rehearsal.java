package org.pmlguard.hook;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.fhir.Deadline;
import org.pmlguard.fhir.ResourceWriter;
import org.pmlguard.fhir.TestOrder;
import org.pmlguard.hook.Intake.Asked;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessor;
import org.pmlguard.tenant.Tenant;
import org.springframework.stereotype.Component;

/**
 * Answers an invented call as any other, and keeps nothing of it: no line in the log, no record, no count. Earlier answers
 * quiet nothing here.
 */
@Component
public class Rehearsal {

    private static final Tenant NOBODY = new Tenant("rehearsal", Tenant.Auth.NONE, List.of());
    private static final Duration AT_LEISURE = Duration.ofSeconds(5);

    private final Discovery discovery;
    private final Intake intake;
    private final Assessor assessor;
    private final CardWriter cards;
    private final ResourceWriter resources;
    private final Clock clock;

    Rehearsal(
            Discovery discovery,
            Intake intake,
            Assessor assessor,
            CardWriter cards,
            ResourceWriter resources,
            Clock clock) {
        this.discovery = discovery;
        this.intake = intake;
        this.assessor = assessor;
        this.cards = cards;
        this.resources = resources;
        this.clock = clock;
    }

    /**
     * What would have been answered.
     *
     * @param rules those that spoke, by their ids
     * @param cards how many cards there were
     */
    public record Played(List<String> rules, int cards) {
        public Played {
            rules = List.copyOf(rules);
        }
    }

    /**
     * Plays a call with everything in its prefetch.
     *
     * @throws RuntimeException if the call cannot be read or the check fails
     */
    public Played play(String serviceId, byte[] body) {
        Service service = discovery.service(serviceId).orElseThrow();
        Asked asked = intake.read(
                NOBODY, service, intake.decode(service, body, Effort.FULL), Deadline.in(AT_LEISURE), Effort.FULL);
        LocalDate today = LocalDate.now(clock);
        List<Assessment> assessments = asked.recognised().watched().isEmpty()
                ? List.of()
                : assessor.assess(asked.recognised().watched(), intake.chart(asked), today);
        return new Played(rules(assessments), write(asked, assessments, today).size());
    }

    private static List<String> rules(List<Assessment> assessments) {
        return assessments.stream()
                .flatMap(
                        one -> one instanceof Assessment.Concern concern ? concern.findings().stream() : Stream.empty())
                .map(finding -> finding.rule().id())
                .distinct()
                .toList();
    }

    private List<Card> write(Asked asked, List<Assessment> assessments, LocalDate today) {
        return cards.write(assessments, asked.recognised().unidentified(), test -> testOrder(test, asked, today));
    }

    private FhirJson testOrder(Coding test, Asked asked, LocalDate today) {
        String patient = asked.call().context().patientId().orElse("");
        return resources.write(
                new TestOrder(new Concept(List.of(test), test.display()), patient, today, Optional.empty()),
                asked.record().version());
    }
}
