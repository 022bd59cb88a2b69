package org.pmlguard.knowledge.condition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.knowledge.terms.PhraseIndex;
import org.pmlguard.knowledge.terms.Phrases;
import org.pmlguard.knowledge.terms.TermIndex;
import org.pmlguard.knowledge.terms.Words;

/**
 * The known conditions and how a diagnosis is recognised as one: by any code, else by its words. Words that rule a
 * condition out ("family history of") rule it out by code too, when the clinician's own text opens or closes with them:
 * "kidney transplant, high risk of rejection" is a transplant all the same.
 */
public final class Conditions {

    private final List<Condition> all;
    private final TermIndex<Condition> codes;
    private final PhraseIndex<Condition> phrases;
    private final Phrases notThePatient;

    /** @param notThePatient words which say that the entry is not about a disease this patient has or had */
    public Conditions(
            List<Condition> all, TermIndex<Condition> codes, PhraseIndex<Condition> phrases, Phrases notThePatient) {
        this.all = List.copyOf(all);
        this.codes = codes;
        this.phrases = phrases;
        this.notThePatient = notThePatient;
    }

    public List<Condition> all() {
        return all;
    }

    public Optional<Condition> byId(String id) {
        return all.stream().filter(condition -> condition.id().equals(id)).findFirst();
    }

    /** The ids of all conditions of a weight. */
    public Set<String> weighing(Weight weight) {
        return all.stream()
                .filter(condition -> condition.weight() == weight)
                .map(Condition::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The known conditions a diagnosis stands for. */
    public Set<Condition> recognise(Concept diagnosis) {
        Words text = Words.of(diagnosis.text());
        if (notThePatient.openOrClose(text)) {
            return Set.of();
        }
        Set<Condition> found = new LinkedHashSet<>();
        for (Coding coding : diagnosis.codings()) {
            found.addAll(codes.meanings(coding));
        }
        found.addAll(phrases.named(text));
        for (Coding coding : diagnosis.codings()) {
            if (!coding.display().equals(diagnosis.text())) {
                found.addAll(phrases.named(coding.display()));
            }
        }
        return found;
    }
}
