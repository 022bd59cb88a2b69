package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pmlguard.clinical.Chart;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.drug.Drug;
import org.pmlguard.knowledge.rule.Criterion;
import org.pmlguard.risk.Match;

/** A chart as the knowledge pack understands it, on one day. Recognised once for all rules and all ordered drugs. */
public record Situation(
        Diagnoses diagnoses,
        Therapies therapies,
        Steroids steroids,
        Labs labs,
        Jcv jcv,
        ProceduresDone procedures,
        Knowledge knowledge) {

    public static Situation of(Chart chart, Knowledge knowledge, LocalDate today) {
        Labs labs = Labs.of(chart.labs(), knowledge.tests(), today);
        Therapies therapies = Therapies.of(chart.medications(), knowledge, today);
        ProceduresDone procedures = ProceduresDone.of(chart.procedures(), knowledge.procedures(), today);
        return new Situation(
                Diagnoses.of(chart.diagnoses(), knowledge.conditions(), today),
                therapies,
                Steroids.of(therapies, knowledge.relations()),
                labs,
                Jcv.of(labs, new Washout(therapies, procedures, knowledge.defaults()), today),
                procedures,
                knowledge);
    }

    /** A diagnosis that must follow a drug cannot be told while the drug's history is not. */
    Match diagnosed(Criterion.Diagnosed asked, Drug ordered) {
        if (asked.afterFirst().isEmpty()) {
            return diagnoses.diagnosed(asked, Optional.empty(), ordered, knowledge.relations());
        }
        Optional<LocalDate> first = therapies.firstUse(asked.afterFirst().get());
        if (first.isEmpty()) {
            return Evidence.of(List.of(), therapies.gaps());
        }
        return diagnoses.diagnosed(asked, first, ordered, knowledge.relations());
    }
}
