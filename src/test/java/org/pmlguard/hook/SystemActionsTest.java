package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.junit.jupiter.api.Test;
import org.pmlguard.cdshooks.Action;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.CardsResponse;
import org.pmlguard.cdshooks.Indicator;
import org.pmlguard.cdshooks.Source;
import org.pmlguard.fhir.FhirVersion;
import org.pmlguard.tenant.Tenant;
import org.pmlguard.tenant.Terms;
import tools.jackson.databind.JsonNode;

/** An EHR does something by itself only where that was agreed, and only what a card says too. */
class SystemActionsTest {

    private static final SystemActions ACTIONS =
            new SystemActions(Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));
    private static final Card CRITICAL = card(Indicator.CRITICAL);

    private static Card card(Indicator indicator) {
        return Card.of(UUID.randomUUID(), "Natalizumab, month 30: high PML risk", indicator, Source.of("PML Guard"));
    }

    private static Tenant tenant(boolean hasAgreed) {
        Terms terms = new Terms(Set.of(), Optional.empty(), new Terms.Allowance(0, 0), Terms.Mode.LIVE, hasAgreed);
        return new Tenant("mary", Tenant.Auth.JWT, List.of(), terms);
    }

    private static List<Action> actions(boolean hasAgreed, String hook, FhirVersion version, Card... cards) {
        return ACTIONS.of(tenant(hasAgreed), hook, Optional.of("nora"), () -> version, List.of(cards));
    }

    @Test
    void aCardThatWarnsAtSigningMakesOneTask() {
        List<Action> actions = actions(true, "order-sign", FhirVersion.R4, CRITICAL, card(Indicator.WARNING));
        byte[] answer = new CardsResponse(List.of(CRITICAL), actions).toJson();
        JsonNode made = Requests.JSON.readTree(answer).path("systemActions");
        assertThat(made.size()).isEqualTo(1);
        assertThat(made.path(0).path("type").asString()).isEqualTo("create");
        JsonNode task = made.path(0).path("resource");
        assertThat(task.path("priority").asString()).isEqualTo("urgent");
        assertThat(task.path("for").path("reference").asString()).isEqualTo("Patient/nora");
        assertThat(task.path("description").asString()).isEqualTo(CRITICAL.summary());
        isValid(task.toString());
    }

    @Test
    void nothingIsDoneWithoutAnAgreement() {
        assertThat(actions(false, "order-sign", FhirVersion.R4, CRITICAL)).isEmpty();
    }

    @Test
    void nothingIsDoneWhileOrdersAreChosenOrAChartIsOpened() {
        assertThat(actions(true, "order-select", FhirVersion.R4, CRITICAL)).isEmpty();
        assertThat(actions(true, "patient-view", FhirVersion.R4, CRITICAL)).isEmpty();
        assertThat(actions(true, "order-dispatch", FhirVersion.R4, CRITICAL)).hasSize(1);
    }

    @Test
    void nothingIsDoneThatNoWarningSays() {
        assertThat(actions(true, "order-sign", FhirVersion.R4)).isEmpty();
        assertThat(actions(true, "order-sign", FhirVersion.R4, card(Indicator.INFO)))
                .isEmpty();
        assertThat(actions(true, "order-sign", FhirVersion.DSTU2, CRITICAL)).isEmpty();
    }

    private static void isValid(String resource) {
        FhirContext r4 = FhirContext.forR4Cached();
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(r4),
                new CommonCodeSystemsTerminologyService(r4),
                new InMemoryTerminologyServerValidationSupport(r4));
        assertThat(r4.newValidator()
                        .registerValidatorModule(new FhirInstanceValidator(support))
                        .validateWithResult(resource)
                        .getMessages())
                .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .isEmpty();
    }
}
