package org.pmlguard.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.pmlguard.clinical.Gap;

/** The answer to one clinical predicate. What is not known is never "no". */
public sealed interface Match {

    /** It holds, and this shows it. */
    record Met(List<Fact> evidence) implements Match {
        public Met {
            evidence = List.copyOf(evidence);
        }
    }

    /** It does not hold, and this shows it. */
    record NotMet(List<Fact> evidence) implements Match {
        public NotMet {
            evidence = List.copyOf(evidence);
        }
    }

    /** It cannot be told, for these reasons. */
    record Unknown(List<Gap> gaps) implements Match {
        public Unknown {
            gaps = List.copyOf(gaps);
        }
    }

    /** Every one must hold: one that does not decides, then one that is unknown. */
    static Match all(List<Match> matches) {
        for (Match match : matches) {
            if (match instanceof NotMet) {
                return match;
            }
        }
        List<Gap> gaps = gaps(matches);
        return gaps.isEmpty() ? new Met(evidence(matches)) : new Unknown(gaps);
    }

    /** One must hold: one that does decides, then one that is unknown. */
    static Match any(List<Match> matches) {
        List<Match> met = new ArrayList<>();
        for (Match match : matches) {
            if (match instanceof Met) {
                met.add(match);
            }
        }
        if (!met.isEmpty()) {
            return new Met(evidence(met));
        }
        List<Gap> gaps = gaps(matches);
        return gaps.isEmpty() ? new NotMet(evidence(matches)) : new Unknown(gaps);
    }

    /** The opposite; what is unknown stays unknown. */
    default Match opposite() {
        return switch (this) {
            case Met met -> new NotMet(met.evidence());
            case NotMet notMet -> new Met(notMet.evidence());
            case Unknown unknown -> unknown;
        };
    }

    /** What shows it, either way. */
    default List<Fact> facts() {
        return switch (this) {
            case Met met -> met.evidence();
            case NotMet notMet -> notMet.evidence();
            case Unknown unknown -> List.of();
        };
    }

    private static List<Fact> evidence(List<Match> matches) {
        List<Fact> evidence = new ArrayList<>();
        matches.forEach(match -> evidence.addAll(match.facts()));
        return evidence;
    }

    private static List<Gap> gaps(List<Match> matches) {
        Set<Gap> gaps = new LinkedHashSet<>();
        for (Match match : matches) {
            if (match instanceof Unknown unknown) {
                gaps.addAll(unknown.gaps());
            }
        }
        return List.copyOf(gaps);
    }
}
