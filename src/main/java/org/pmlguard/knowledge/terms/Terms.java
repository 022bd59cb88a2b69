package org.pmlguard.knowledge.terms;

import java.util.List;
import org.pmlguard.clinical.CodeSystem;

/**
 * Which codes mean a thing, as a FHIR ValueSet lists them.
 *
 * @param codes each code by itself
 * @param branches codes that stand for themselves and everything classified below them (ICD-10-CM categories)
 */
public record Terms(List<Term> codes, List<Term> branches) {

    public Terms {
        codes = List.copyOf(codes);
        branches = List.copyOf(branches);
    }

    /** One code of one system. */
    public record Term(CodeSystem system, String code, String display) {}
}
