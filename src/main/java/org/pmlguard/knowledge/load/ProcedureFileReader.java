package org.pmlguard.knowledge.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pmlguard.knowledge.procedure.ProcedureKind;
import org.pmlguard.knowledge.procedure.Procedures;
import org.pmlguard.knowledge.terms.PhraseIndex;
import org.pmlguard.knowledge.terms.Phrases;
import org.pmlguard.knowledge.terms.TermIndex;
import org.pmlguard.knowledge.terms.Terms;

/** {@code procedures.yaml} and its value sets. */
final class ProcedureFileReader {

    private final ValueSets valueSets;

    ProcedureFileReader(ValueSets valueSets) {
        this.valueSets = valueSets;
    }

    Procedures read(Entry file) {
        Map<ProcedureKind, List<Terms>> codes = new LinkedHashMap<>();
        Map<ProcedureKind, Phrases> phrases = new LinkedHashMap<>();
        for (Entry entry : file.entries("procedures")) {
            ProcedureKind kind = new ProcedureKind(entry.text("id"), entry.text("name"));
            codes.put(kind, valueSets.named("procedures.yaml " + kind.id(), entry.texts("value-sets")));
            phrases.put(kind, entry.phrases("text"));
        }
        return new Procedures(List.copyOf(codes.keySet()), TermIndex.over(codes), PhraseIndex.over(phrases));
    }
}
