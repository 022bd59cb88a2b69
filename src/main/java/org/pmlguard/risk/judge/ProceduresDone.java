package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.Procedure;
import org.pmlguard.knowledge.procedure.ProcedureKind;
import org.pmlguard.knowledge.procedure.Procedures;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Match;

/** The known procedures that were done to a patient. */
record ProceduresDone(List<Done> done, Procedures kinds, List<Gap> gaps, LocalDate today) {

    record Done(ProcedureKind kind, Procedure procedure) {}

    static ProceduresDone of(Known<List<Procedure>> known, Procedures kinds, LocalDate today) {
        Map<Concept, Set<ProcedureKind>> meanings = new HashMap<>();
        List<Done> done = new ArrayList<>();
        for (Procedure procedure : known.found().orElse(List.of())) {
            meanings.computeIfAbsent(procedure.what(), kinds::recognise)
                    .forEach(kind -> done.add(new Done(kind, procedure)));
        }
        return new ProceduresDone(done, kinds, known.gaps(), today);
    }

    /** The days on which a procedure of the kind was done; undated ones are left out. */
    Stream<LocalDate> days(String kind) {
        return done.stream()
                .filter(one -> one.kind().id().equals(kind))
                .flatMap(one -> one.procedure().done().stream())
                .filter(day -> !day.isAfter(today));
    }

    Match absent(Criterion.ProcedureAbsent asked) {
        List<Fact> recent = days(asked.kind())
                .filter(day -> !day.isBefore(today.minus(asked.within())))
                .limit(1)
                .map(day -> Fact.dated(asked.kind(), "Done", name(asked.kind()), Optional.of(day), false, ""))
                .toList();
        return Evidence.absence(recent, gaps, lastDone(asked.kind()));
    }

    private Fact lastDone(String kind) {
        return days(kind)
                .max(LocalDate::compareTo)
                .map(day -> Fact.dated(kind, "Last " + name(kind), "on file", Optional.of(day), false, ""))
                .orElseGet(() -> Fact.stated(kind, name(kind), "none on file"));
    }

    private String name(String kind) {
        return kinds.byId(kind).map(ProcedureKind::name).orElse(kind);
    }
}
