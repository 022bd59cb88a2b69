package org.pmlguard.risk.judge;

import java.util.List;
import org.pmlguard.clinical.Gap;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Match;

/** The one place where "nothing found" is told apart from "could not look". */
final class Evidence {

    private Evidence() {}

    /** Met on any evidence; without it, not met only if the section was read to its end. */
    static Match of(List<Fact> found, List<Gap> gaps) {
        if (!found.isEmpty()) {
            return new Match.Met(found);
        }
        return gaps.isEmpty() ? new Match.NotMet(List.of()) : new Match.Unknown(gaps);
    }

    /** Not met on any evidence; without it, met only if the section was read to its end. */
    static Match absence(List<Fact> found, List<Gap> gaps, Fact absent) {
        if (!found.isEmpty()) {
            return new Match.NotMet(found);
        }
        return gaps.isEmpty() ? new Match.Met(List.of(absent)) : new Match.Unknown(gaps);
    }
}
