package org.pmlguard.knowledge.lab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.knowledge.terms.PhraseIndex;
import org.pmlguard.knowledge.terms.TermIndex;

/**
 * The known tests and how a result is recognised as one. A LOINC code decides: its neighbours often bear the same name
 * ("Lymphocytes" for a percentage), so words are asked only when no LOINC code is there, or for tests whose older codes
 * are not all known.
 */
public final class LabTests {

    private final List<LabTest> all;
    private final TermIndex<LabTest> codes;
    private final PhraseIndex<LabTest> phrases;
    private final PhraseIndex<LabTest> phrasesDespiteLoinc;

    public LabTests(List<LabTest> all, TermIndex<LabTest> codes, PhraseIndex<LabTest> phrases) {
        this.all = List.copyOf(all);
        this.codes = codes;
        this.phrases = phrases;
        this.phrasesDespiteLoinc = phrases.of(LabTest::namedDespiteLoinc);
    }

    public List<LabTest> all() {
        return all;
    }

    public Optional<LabTest> byId(String id) {
        return all.stream().filter(test -> test.id().equals(id)).findFirst();
    }

    /** The known test a result belongs to. */
    public Optional<LabTest> recognise(Concept test) {
        for (Coding coding : test.codings()) {
            for (LabTest meant : codes.meanings(coding)) {
                return Optional.of(meant);
            }
        }
        return byWords(test);
    }

    private Optional<LabTest> byWords(Concept test) {
        PhraseIndex<LabTest> index = hasLoinc(test) ? phrasesDespiteLoinc : phrases;
        Optional<LabTest> named = first(index.named(test.text()));
        for (Coding coding : test.codings()) {
            named = named.isPresent() ? named : first(index.named(coding.display()));
        }
        return named;
    }

    private static Optional<LabTest> first(Set<LabTest> tests) {
        return tests.isEmpty() ? Optional.empty() : Optional.of(tests.iterator().next());
    }

    private static boolean hasLoinc(Concept test) {
        for (Coding coding : test.codings()) {
            if (coding.system() == CodeSystem.LOINC) {
                return true;
            }
        }
        return false;
    }
}
