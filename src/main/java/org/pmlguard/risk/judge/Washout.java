package org.pmlguard.risk.judge;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.rule.Defaults;

/**
 * What makes an antibody result unreliable: immune globulin brings foreign antibodies, plasma exchange takes the patient's
 * own away.
 */
record Washout(Therapies therapies, ProceduresDone procedures, Defaults defaults) {

    private static final String IMMUNE_GLOBULIN = "immune-globulin";
    private static final String PLASMA_EXCHANGE = "plasma-exchange";

    boolean spoils(LocalDate drawn) {
        return immuneGlobulin().stream().anyMatch(given -> after(given, drawn, defaults.jcvAfterImmuneGlobulin()))
                || procedures
                        .days(PLASMA_EXCHANGE)
                        .anyMatch(done -> after(done, drawn, defaults.jcvAfterPlasmaExchange()));
    }

    private static boolean after(LocalDate event, LocalDate drawn, Period time) {
        return !drawn.isBefore(event) && !drawn.isAfter(event.plus(time));
    }

    /** First and last known day of each use: a course spoils everything drawn while it lasted. */
    private List<LocalDate> immuneGlobulin() {
        return therapies
                .uses()
                .filter(use -> use.drug().groups().contains(IMMUNE_GLOBULIN))
                .flatMap(use -> Stream.concat(use.start().stream(), use.last().stream()))
                .toList();
    }

    /** Why an exchange or an infusion may have been missed. */
    List<Gap> gaps() {
        List<Gap> gaps = new ArrayList<>(therapies.gaps());
        gaps.addAll(procedures.gaps());
        return gaps;
    }
}
