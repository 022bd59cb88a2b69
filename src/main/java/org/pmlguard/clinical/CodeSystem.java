package org.pmlguard.clinical;

import java.util.Locale;

/**
 * The terminologies a chart is written in. {@link #OTHER} is everything else, local codes included: such a code
 * identifies nothing by itself, its display still may.
 */
public enum CodeSystem {
    RXNORM("http://www.nlm.nih.gov/research/umls/rxnorm"),
    NDC("http://hl7.org/fhir/sid/ndc"),
    ATC("http://www.whocc.no/atc"),
    UNII("http://fdasis.nlm.nih.gov"),
    HCPCS("http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets"),
    SNOMED("http://snomed.info/sct"),
    LOINC("http://loinc.org"),
    ICD10CM("http://hl7.org/fhir/sid/icd-10-cm"),
    ICD10("http://hl7.org/fhir/sid/icd-10"),
    OTHER("");

    private final String url;

    CodeSystem(String url) {
        this.url = url;
    }

    /** The canonical address to write in FHIR (HL7 Terminology); empty for {@link #OTHER}. */
    public String url() {
        return url;
    }

    /** The system an address means, whatever its case or closing slash, with the aliases seen in real data. */
    public static CodeSystem of(String address) {
        return switch (folded(address)) {
            case "http://www.nlm.nih.gov/research/umls/rxnorm", "urn:oid:2.16.840.1.113883.6.88" -> RXNORM;
            case "http://hl7.org/fhir/sid/ndc", "urn:oid:2.16.840.1.113883.6.69" -> NDC;
            case "http://www.whocc.no/atc", "urn:oid:2.16.840.1.113883.6.73" -> ATC;
            case "http://fdasis.nlm.nih.gov", "urn:oid:2.16.840.1.113883.4.9" -> UNII;
            case "http://www.cms.gov/medicare/coding/hcpcsreleasecodesets",
                    "http://terminology.hl7.org/codesystem/hcpcs-all-codes",
                    "urn:oid:2.16.840.1.113883.6.285" -> HCPCS;
            case "http://snomed.info/sct", "urn:oid:2.16.840.1.113883.6.96", "urn:oid:1.2.246.537.6.96" -> SNOMED;
            case "http://loinc.org", "https://loinc.org", "http://loinc", "urn:oid:2.16.840.1.113883.6.1" -> LOINC;
            case "http://hl7.org/fhir/sid/icd-10-cm",
                    "http://terminology.hl7.org/codesystem/icd10cm",
                    "urn:oid:2.16.840.1.113883.6.90" -> ICD10CM;
            case "http://hl7.org/fhir/sid/icd-10", "urn:oid:2.16.840.1.113883.6.3" -> ICD10;
            default -> OTHER;
        };
    }

    private static String folded(String address) {
        String lower = address.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith("/") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
