package org.pmlguard.risk.judge;

import java.time.LocalDate;
import org.pmlguard.clinical.Chart;
import org.pmlguard.knowledge.Knowledge;

/** A chart as the knowledge pack understands it, on one day. Recognised once for all rules and all ordered drugs. */
public record Situation(Diagnoses diagnoses, Therapies therapies, Labs labs, Jcv jcv) {

    public static Situation of(Chart chart, Knowledge knowledge, LocalDate today) {
        Labs labs = Labs.of(chart.labs(), knowledge.tests(), today);
        return new Situation(
                Diagnoses.of(chart.diagnoses(), knowledge.conditions(), today),
                Therapies.of(chart.medications(), knowledge.drugs(), today),
                labs,
                Jcv.of(labs, today));
    }
}
