package org.pmlguard.rulebook.fhir;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.RelatedArtifact;
import org.pmlguard.knowledge.Knowledge.Edition;
import org.pmlguard.knowledge.rule.Citation;

/** What all our resources say of themselves. */
final class Published {

    static final String LIBRARY_ID = "pml-guard-knowledge";

    private static final String PLACE = "https://pmlguard.org/fhir/";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    private Published() {}

    /** A resource of the pack is a draft: the pack itself says that it awaits clinical review. */
    static void describe(MetadataResource resource, String id, Edition edition) {
        resource.setId(id);
        resource.setUrl(PLACE + resource.fhirType() + "/" + id)
                .setVersion(edition.version())
                .setStatus(PublicationStatus.DRAFT)
                .setPublisher("PML Guard");
    }

    static String library(Edition edition) {
        return PLACE + "Library/" + LIBRARY_ID + "|" + edition.version();
    }

    static CodeableConcept type(String system, String code, String display) {
        return new CodeableConcept().addCoding(new Coding(TERMINOLOGY + system, code, display));
    }

    static RelatedArtifact citation(Citation citation) {
        RelatedArtifact artifact = new RelatedArtifact()
                .setType(RelatedArtifact.RelatedArtifactType.CITATION)
                .setLabel(citation.id())
                .setCitation(citation.cite());
        citation.where().ifPresent(artifact::setDisplay);
        return artifact;
    }
}
