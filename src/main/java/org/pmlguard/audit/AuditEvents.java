package org.pmlguard.audit;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;

/**
 * Writes FHIR R4 AuditEvents in the form of IHE's Basic Audit Log Patterns: reads, queries, creations, updates and disclosures
 * with a client, a server and a user, and the patient where there is one. What we do not hold, such as the network address of an
 * EHR, is left out; so the profiles are not claimed.
 */
final class AuditEvents {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String INTERACTIONS = "http://hl7.org/fhir/restful-interaction";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
    private static final String ENTITIES = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String OBJECTS = "http://terminology.hl7.org/CodeSystem/object-role";
    private static final String PARTICIPATIONS = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    private static final Coding SOURCE = new Coding(DICOM, "110153", "Source Role ID");
    private static final Coding DESTINATION = new Coding(DICOM, "110152", "Destination Role ID");
    private static final String US = "PML Guard";

    private AuditEvents() {}

    static AuditEvent of(Access access, Optional<String> seal) {
        AuditEvent event = begun(access.id().toString(), access.at(), seal);
        kind(event, access.deed());
        event.setOutcome(access.isDone() ? AuditEventOutcome._0 : AuditEventOutcome._4);
        event.addAgent()
                .setType(new CodeableConcept(DESTINATION))
                .setRequestor(false)
                .setWho(new Reference().setDisplay("browser"));
        access.address()
                .ifPresent(address -> event.getAgentFirstRep()
                        .getNetwork()
                        .setAddress(address)
                        .setType(AuditEventAgentNetworkType._2));
        server(event, SOURCE);
        user(event, access.staff().isEmpty() ? "not an account" : access.staff(), "IRCP", "information recipient");
        patient(event, access.patient());
        data(event, access.caseId().map(UUID::toString), access.about());
        return event;
    }

    static AuditEvent ofDecision(
            UUID id,
            Instant at,
            String tenant,
            Optional<String> patient,
            Optional<String> prescriber,
            Optional<String> seal) {
        AuditEvent event = begun(id.toString(), at, seal);
        rest(event, "create", AuditEventAction.C);
        event.setOutcome(AuditEventOutcome._0);
        event.addAgent()
                .setType(new CodeableConcept(SOURCE))
                .setRequestor(false)
                .setWho(new Reference().setDisplay(tenant));
        server(event, DESTINATION);
        prescriber.ifPresent(who -> user(event, who, "AUT", "author (originator)"));
        patient(event, patient);
        data(event, Optional.of(id.toString()), "decision on a watched drug");
        return event;
    }

    static AuditEvent ofAct(
            UUID caseId, Instant at, String staff, String action, Optional<String> patient, Optional<String> seal) {
        AuditEvent event = begun(UUID.randomUUID().toString(), at, seal);
        rest(event, "update", AuditEventAction.U);
        event.setOutcome(AuditEventOutcome._0);
        event.addAgent()
                .setType(new CodeableConcept(SOURCE))
                .setRequestor(false)
                .setWho(new Reference().setDisplay("review desk"));
        server(event, DESTINATION);
        user(event, staff, "AUT", "author (originator)");
        patient(event, patient);
        data(event, Optional.of(caseId.toString()), "case: " + action);
        return event;
    }

    private static AuditEvent begun(String id, Instant at, Optional<String> seal) {
        AuditEvent event = new AuditEvent();
        event.setId(id);
        event.setRecorded(Date.from(at));
        event.getSource()
                .setObserver(new Reference().setDisplay(US))
                .addType(new Coding(
                        "http://terminology.hl7.org/CodeSystem/security-source-type", "4", "Application Server"));
        seal.ifPresent(one -> event.addEntity()
                .setType(new Coding(ENTITIES, "4", "Other"))
                .setName("seal in the audit chain")
                .addDetail()
                .setType("seal")
                .setValue(new StringType(one)));
        return event;
    }

    private static void kind(AuditEvent event, Deed deed) {
        switch (deed) {
            case READ_CASE -> rest(event, "read", AuditEventAction.R);
            case SEARCHED -> rest(event, "search-type", AuditEventAction.E);
            case EXPORTED_CASE, EXPORTED ->
                kind(event, "110106", "Export", AuditEventAction.R)
                        .addSubtype(new Coding(LIFECYCLE, "disclose", "Disclose Record Lifecycle Event"));
            case LOGGED_IN, LOG_IN_FAILED ->
                kind(event, "110114", "User Authentication", AuditEventAction.E)
                        .addSubtype(new Coding(DICOM, "110122", "Login"));
            case LOGGED_OUT ->
                kind(event, "110114", "User Authentication", AuditEventAction.E)
                        .addSubtype(new Coding(DICOM, "110123", "Logout"));
            case REFUSED -> kind(event, "110113", "Security Alert", AuditEventAction.E);
            case READ_AUDIT -> kind(event, "110101", "Audit Log Used", AuditEventAction.R);
        }
    }

    private static void rest(AuditEvent event, String interaction, AuditEventAction action) {
        event.setType(new Coding(TYPES, "rest", "Restful Operation"))
                .addSubtype(new Coding(INTERACTIONS, interaction, interaction))
                .setAction(action);
    }

    private static AuditEvent kind(AuditEvent event, String code, String display, AuditEventAction action) {
        return event.setType(new Coding(DICOM, code, display)).setAction(action);
    }

    private static void server(AuditEvent event, Coding role) {
        event.addAgent().setType(new CodeableConcept(role)).setRequestor(false).setWho(new Reference().setDisplay(US));
    }

    private static void user(AuditEvent event, String name, String code, String display) {
        event.addAgent()
                .setType(new CodeableConcept(new Coding(PARTICIPATIONS, code, display)))
                .setRequestor(true)
                .setWho(new Reference().setDisplay(name))
                .setName(name);
    }

    private static void patient(AuditEvent event, Optional<String> patient) {
        patient.filter(id -> id.matches("[A-Za-z0-9.-]{1,64}"))
                .ifPresent(id -> event.addEntity()
                        .setType(new Coding(ENTITIES, "1", "Person"))
                        .setRole(new Coding(OBJECTS, "1", "Patient"))
                        .setWhat(new Reference("Patient/" + id)));
    }

    private static void data(AuditEvent event, Optional<String> id, String about) {
        AuditEvent.AuditEventEntityComponent entity = event.addEntity()
                .setType(new Coding(ENTITIES, "2", "System Object"))
                .setRole(new Coding(OBJECTS, "4", "Domain Resource"));
        Reference what = new Reference().setDisplay(about);
        id.ifPresent(one -> what.getIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + one));
        entity.setWhat(what);
    }
}
