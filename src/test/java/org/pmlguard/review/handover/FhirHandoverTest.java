package org.pmlguard.review.handover;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.time.Instant;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.MeasureReport;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.Task;
import org.junit.jupiter.api.Test;

/** What is handed over as FHIR is FHIR. */
class FhirHandoverTest {

    private static final FhirContext R4 = FhirContext.forR4Cached();
    private static final FhirValidator VALIDATOR = validator();

    @Test
    void aCaseIsAnIssueWithWhatWasDoneARiskAndATask() {
        Bundle bundle = CaseBundle.of(Cases.closed("nora"), "natalizumab");
        isValid(bundle);
        DetectedIssue issue = (DetectedIssue) bundle.getEntry().get(0).getResource();
        RiskAssessment risk = (RiskAssessment) bundle.getEntry().get(1).getResource();
        Task task = (Task) bundle.getEntry().get(2).getResource();
        assertThat(issue.getStatus()).isEqualTo(DetectedIssue.DetectedIssueStatus.FINAL);
        assertThat(issue.getPatient().getReference()).isEqualTo("Patient/nora");
        assertThat(issue.getImplicatedFirstRep().getReference()).isEqualTo("MedicationRequest/draft-1");
        assertThat(issue.getMitigation())
                .hasSize(2)
                .first()
                .satisfies(one -> assertThat(one.getAction().getText()).startsWith("intervened: Recommended a test"));
        assertThat(risk.getBasis()).anyMatch(one -> one.getReference().equals("Observation/o-1"));
        assertThat(task.getStatus()).isEqualTo(Task.TaskStatus.COMPLETED);
        assertThat(task.getFocus().getReference())
                .isEqualTo(bundle.getEntry().get(0).getFullUrl());
    }

    @Test
    void whatIsNoReferenceIsNotMadeOne() {
        Bundle bundle = CaseBundle.of(Cases.closed("two words"), "natalizumab");
        isValid(bundle);
        assertThat(((DetectedIssue) bundle.getEntry().get(0).getResource()).hasPatient())
                .isFalse();
    }

    @Test
    void aCaseAsATableHoldsNoFormula() {
        String table = CaseTable.of(Cases.closed("=cmd()"));
        assertThat(table).contains("\"'=cmd()\"").doesNotContain(",\"=").doesNotContain("\n=");
        assertThat(table).contains("\"fact\",\"JCV antibody index\",\"2.1\",\"2026-10-12\",\"Observation/o-1\"");
    }

    @Test
    void theBurdenOfAlertsIsAMeasureReport() {
        MeasureReport report = BurdenReport.of(
                Instant.parse("2026-08-21T00:00:00Z"),
                Instant.parse("2026-11-21T00:00:00Z"),
                List.of(
                        new BurdenReport.Counts("natalizumab", 200, 50, 10, 30),
                        new BurdenReport.Counts("rituximab", 800, 0, 0, 0)));
        isValid(report);
        assertThat(report.getGroup()).hasSize(3);
        assertThat(report.getGroup().get(0).getMeasureScore().getValue()).isEqualByComparingTo("50");
        assertThat(report.getGroup().get(1).getMeasureScore().getValue()).isEqualByComparingTo("0.25");
        assertThat(report.getGroup().get(2).getMeasureScore().getValue()).isEqualByComparingTo("0.75");
        assertThat(report.getGroup()
                        .get(1)
                        .getStratifierFirstRep()
                        .getStratum()
                        .get(1)
                        .hasMeasureScore())
                .isFalse();
    }

    @Test
    void aReportOfNothingIsOneToo() {
        isValid(BurdenReport.of(Cases.AT, Cases.AT, List.of()));
    }

    private static void isValid(Resource resource) {
        String text = R4.newJsonParser().encodeResourceToString(resource);
        assertThat(VALIDATOR.validateWithResult(text).getMessages())
                .filteredOn(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .isEmpty();
    }

    private static FhirValidator validator() {
        var support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(R4),
                new CommonCodeSystemsTerminologyService(R4),
                new InMemoryTerminologyServerValidationSupport(R4));
        return R4.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }
}
