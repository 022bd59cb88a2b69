package org.pmlguard.risk.memory;

import java.util.List;
import java.util.Optional;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessment.Concern;

/**
 * An assessment after it was held against earlier answers.
 *
 * @param assessment all of it, as if nothing had ever been answered
 * @param said what of it is still to be said; empty when every finding was answered and nothing changed
 * @param quiet the findings that are not said
 * @param lapse the latest answer that holds no longer, if what it answered is said again
 */
public record Recall(Assessment assessment, Optional<Assessment> said, List<Quiet> quiet, Optional<Lapse> lapse) {

    public Recall {
        quiet = List.copyOf(quiet);
    }

    /** Nothing was answered before, or nobody could look: all of it is said. */
    public static Recall nothing(Assessment assessment) {
        return new Recall(assessment, Optional.of(assessment), List.of(), Optional.empty());
    }

    /** The answer about a drug that holds no longer, out of those of a whole call. */
    public static Optional<Lapse> lapse(List<Recall> recalls, String drug) {
        return recalls.stream()
                .filter(recall -> recall.assessment().ordered().drug().id().equals(drug))
                .flatMap(recall -> recall.lapse().stream())
                .findFirst();
    }

    /** The concern, if it is one that answers could ever quiet. */
    public static Optional<Concern> quietable(Assessment assessment) {
        return assessment instanceof Concern concern
                        && concern.findings().stream().anyMatch(Floor::mayBeQuiet)
                ? Optional.of(concern)
                : Optional.empty();
    }
}
