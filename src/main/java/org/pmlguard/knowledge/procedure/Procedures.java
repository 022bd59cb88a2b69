package org.pmlguard.knowledge.procedure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pmlguard.clinical.Concept;
import org.pmlguard.knowledge.terms.PhraseIndex;
import org.pmlguard.knowledge.terms.TermIndex;

/** The known procedures and how a row of the chart is recognised as one: by any code, or by its words. */
public final class Procedures {

    private final List<ProcedureKind> all;
    private final TermIndex<ProcedureKind> codes;
    private final PhraseIndex<ProcedureKind> phrases;

    public Procedures(List<ProcedureKind> all, TermIndex<ProcedureKind> codes, PhraseIndex<ProcedureKind> phrases) {
        this.all = List.copyOf(all);
        this.codes = codes;
        this.phrases = phrases;
    }

    public List<ProcedureKind> all() {
        return all;
    }

    public Optional<ProcedureKind> byId(String id) {
        return all.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }

    /** The known procedures a row stands for. */
    public Set<ProcedureKind> recognise(Concept procedure) {
        Set<ProcedureKind> found = new LinkedHashSet<>();
        procedure.codings().forEach(coding -> found.addAll(codes.meanings(coding)));
        procedure.names().forEach(name -> found.addAll(phrases.named(name)));
        return found;
    }
}
