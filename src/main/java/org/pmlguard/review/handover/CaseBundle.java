package org.pmlguard.review.handover;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueSeverity;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.hl7.fhir.r4.model.RiskAssessment.RiskAssessmentStatus;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskPriority;
import org.hl7.fhir.r4.model.Task.TaskStatus;

/**
 * A case as FHIR R4: the DetectedIssue that was flagged, with what the desk did as its mitigation; the RiskAssessment it rests
 * on; and the Task of reviewing it.
 */
public final class CaseBundle {

    private static final String REFERENCE = "(?:[A-Z][A-Za-z]{1,40})/[A-Za-z0-9.-]{1,64}";
    private static final String ID = "[A-Za-z0-9.-]{1,64}";
    private static final String US = "PML Guard";
    private static final String PML = "Progressive multifocal leukoencephalopathy";
    private static final String CASES = "https://pmlguard.org/case";

    private final Reviewed one;
    private final String drug;

    private CaseBundle(Reviewed one, String drug) {
        this.one = one;
        this.drug = drug;
    }

    /**
     * The bundle of a case.
     *
     * @param drug its name
     */
    public static Bundle of(Reviewed one, String drug) {
        CaseBundle writer = new CaseBundle(one, drug);
        String issue = urn(writer.part("issue"));
        String risk = urn(writer.part("risk"));
        Bundle bundle = new Bundle();
        bundle.setType(Bundle.BundleType.COLLECTION)
                .setTimestamp(Date.from(one.decision().at()));
        bundle.addEntry().setFullUrl(issue).setResource(writer.issue(risk));
        bundle.addEntry().setFullUrl(risk).setResource(writer.risk());
        bundle.addEntry().setFullUrl(urn(writer.part("task"))).setResource(writer.task(issue));
        return bundle;
    }

    /** The same in each export, so that a receiver can tell a case it has. */
    private UUID part(String name) {
        return UUID.nameUUIDFromBytes((one.id() + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static String urn(UUID id) {
        return "urn:uuid:" + id;
    }

    private DetectedIssue issue(String risk) {
        DetectedIssue issue = new DetectedIssue();
        issue.addIdentifier().setSystem(CASES).setValue(one.id().toString());
        issue.setStatus(one.standing().equals("closed") ? DetectedIssueStatus.FINAL : DetectedIssueStatus.PRELIMINARY);
        issue.setCode(new CodeableConcept().setText(drug.isEmpty() ? "PML check incomplete" : "PML risk with " + drug));
        issue.setSeverity(severity());
        patient().ifPresent(issue::setPatient);
        issue.setIdentified(time(one.decision().at()));
        issue.setAuthor(new Reference().setDisplay(US));
        one.orders().stream()
                .map(order -> order.orderReference())
                .filter(reference -> reference.matches(REFERENCE))
                .distinct()
                .forEach(reference -> issue.addImplicated(new Reference(reference)));
        references().forEach(reference -> issue.addEvidence().addDetail(reference));
        issue.addEvidence().addDetail(new Reference(risk));
        issue.setDetail(one.card().summary() + "\n\n" + one.card().detail());
        one.measures().forEach(step -> mitigate(issue, step));
        return issue;
    }

    private DetectedIssueSeverity severity() {
        return switch (one.card().indicator()) {
            case "critical" -> DetectedIssueSeverity.HIGH;
            case "warning" -> DetectedIssueSeverity.MODERATE;
            default -> DetectedIssueSeverity.LOW;
        };
    }

    private static void mitigate(DetectedIssue issue, Reviewed.Step step) {
        String text = step.words() + step.note().map(note -> ": " + note).orElse("");
        issue.addMitigation()
                .setAction(new CodeableConcept().setText(text))
                .setDateElement(time(step.at()))
                .setAuthor(new Reference().setDisplay(step.staff()));
    }

    private RiskAssessment risk() {
        RiskAssessment risk = new RiskAssessment();
        risk.addIdentifier().setSystem(CASES).setValue(one.id() + "/risk");
        risk.setStatus(RiskAssessmentStatus.FINAL);
        risk.setSubject(patient().orElseGet(() -> new Reference().setDisplay("patient not told")));
        risk.setOccurrence(time(one.decision().at()));
        risk.setPerformer(new Reference().setDisplay(US));
        risk.setMethod(new CodeableConcept()
                .setText("Rules of the knowledge pack " + one.decision().knowledgeVersion() + ", SHA-256 "
                        + one.decision().knowledgeSha256()));
        references().forEach(risk::addBasis);
        RiskAssessment.RiskAssessmentPredictionComponent prediction =
                risk.addPrediction().setOutcome(new CodeableConcept().setText(PML));
        prediction.setQualitativeRisk(new CodeableConcept().setText(one.card().indicator()));
        prediction.setRationale(String.join("; ", rationale()));
        one.card().suggestions().stream()
                .map(offer -> offer.label())
                .reduce((first, second) -> first + "; " + second)
                .ifPresent(risk::setMitigation);
        return risk;
    }

    private List<String> rationale() {
        List<String> why = Stream.concat(
                        one.findings().stream().map(rule -> rule.rule() + " " + rule.version()),
                        one.facts().stream()
                                .map(fact -> (fact.label() + " " + fact.value() + " " + fact.unit()).strip()))
                .distinct()
                .toList();
        return why.isEmpty() ? List.of("could not be checked to the end") : why;
    }

    private Task task(String issue) {
        Task task = new Task();
        task.addIdentifier().setSystem(CASES).setValue(one.id() + "/task");
        task.setStatus(
                switch (one.standing()) {
                    case "taken" -> TaskStatus.INPROGRESS;
                    case "closed" -> TaskStatus.COMPLETED;
                    case "superseded" -> TaskStatus.CANCELLED;
                    default -> TaskStatus.REQUESTED;
                });
        task.setIntent(TaskIntent.PROPOSAL);
        task.setPriority(one.card().indicator().equals("critical") ? TaskPriority.URGENT : TaskPriority.ROUTINE);
        task.setCode(new CodeableConcept(new Coding(
                        "http://hl7.org/fhir/CodeSystem/task-code", "approve", "Activate/approve the focal resource"))
                .setText("Pharmacist's review"));
        task.setDescription("Review: " + one.card().summary());
        task.setFocus(new Reference(issue));
        patient().ifPresent(task::setFor);
        task.setAuthoredOn(Date.from(one.decision().at()));
        Instant last = one.trail().isEmpty()
                ? one.decision().at()
                : one.trail().getLast().at();
        task.setLastModified(Date.from(last));
        one.assignee().ifPresent(name -> task.setOwner(new Reference().setDisplay(name)));
        if (!one.measures().isEmpty()) {
            task.setBusinessStatus(
                    new CodeableConcept().setText(one.measures().getLast().words()));
        }
        return task;
    }

    private Stream<Reference> references() {
        return one.facts().stream()
                .map(fact -> fact.reference())
                .filter(reference -> reference.matches(REFERENCE))
                .distinct()
                .map(Reference::new);
    }

    private Optional<Reference> patient() {
        return one.decision().patient().filter(id -> id.matches(ID)).map(id -> new Reference("Patient/" + id));
    }

    private static DateTimeType time(Instant at) {
        DateTimeType time = new DateTimeType(Date.from(at));
        time.setTimeZoneZulu(true);
        return time;
    }
}
