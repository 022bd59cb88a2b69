package org.pmlguard.fhir;

import ca.uhn.fhir.context.FhirContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the FHIR resources that our suggestions create, in the version the caller speaks. HAPI FHIR's model gives them in
 * R4; other versions have the same content under other names ({@link Dialect}).
 */
public final class ResourceWriter {

    private static final JsonMapper JSON = new JsonMapper();

    private final Supplier<FhirContext> r4;
    private final Map<Kind, ObjectNode> drafts = new ConcurrentHashMap<>();

    /** Takes the R4 context by need: it is slow to make, and most calls write nothing. */
    public ResourceWriter(Supplier<FhirContext> r4) {
        this.r4 = r4;
    }

    /**
     * A draft of the order. Its intent is {@code order}: once the prescriber accepts the suggestion it stands among the
     * orders to sign, and signing it makes it active.
     */
    public FhirJson write(TestOrder order, FhirVersion version) {
        ObjectNode request = drafts.computeIfAbsent(new Kind(order.what(), order.reason()), this::draft)
                .deepCopy();
        request.putObject("subject").put("reference", "Patient/" + order.patientId());
        request.put("authoredOn", order.written().toString());
        return new FhirJson(Dialect.of(version).say(request));
    }

    /** What is the same for every patient. */
    private record Kind(Concept what, Optional<String> reason) {}

    /** HAPI's encoder takes longer than the rest of an answer, and there are only as many kinds as tests to order. */
    private ObjectNode draft(Kind kind) {
        ServiceRequest request = new ServiceRequest()
                .setStatus(ServiceRequest.ServiceRequestStatus.DRAFT)
                .setIntent(ServiceRequest.ServiceRequestIntent.ORDER)
                .setCode(concept(kind.what()));
        kind.reason().ifPresent(reason -> request.addReasonCode().setText(reason));
        return (ObjectNode) JSON.readTree(r4.get().newJsonParser().encodeResourceToString(request));
    }

    private static CodeableConcept concept(Concept what) {
        CodeableConcept concept = new CodeableConcept().setText(what.text());
        what.codings().forEach(coding -> concept.addCoding(coding(coding)));
        return concept;
    }

    private static org.hl7.fhir.r4.model.Coding coding(Coding coding) {
        return new org.hl7.fhir.r4.model.Coding(coding.system().url(), coding.code(), coding.display());
    }
}
