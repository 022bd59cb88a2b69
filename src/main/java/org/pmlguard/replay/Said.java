package org.pmlguard.replay;

import java.util.List;
import java.util.stream.Stream;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.clinical.Gap;
import org.pmlguard.risk.Assessment;
import org.pmlguard.risk.Assessment.Concern;
import org.pmlguard.risk.Assessment.Incomplete;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.OrderedDrug;
import org.pmlguard.risk.memory.Recall;

/**
 * What one edition of the knowledge says to a call.
 *
 * @param watched the drugs some rule speaks about
 * @param recalls what was found about each, and what of it is said
 * @param unidentified why the drug of an order could not be told
 * @param cards what the prescriber would have seen
 */
record Said(List<OrderedDrug> watched, List<Recall> recalls, List<Gap> unidentified, List<Card> cards) {

    static final Said NOTHING = new Said(List.of(), List.of(), List.of(), List.of());

    Said {
        watched = List.copyOf(watched);
        recalls = List.copyOf(recalls);
        unidentified = List.copyOf(unidentified);
        cards = List.copyOf(cards);
    }

    boolean isNothing() {
        return watched.isEmpty() && unidentified.isEmpty();
    }

    /** A finding and the drug it is about. */
    record About(String drug, Finding finding) {}

    /** What stands on cards. */
    Stream<About> findings() {
        return concerns().flatMap(concern -> about(concern, concern.findings()));
    }

    Stream<Concern> concerns() {
        return recalls.stream()
                .flatMap(recall -> recall.said().stream())
                .filter(Concern.class::isInstance)
                .map(Concern.class::cast);
    }

    /** What could not be checked to its end, and says nothing else. */
    Stream<Incomplete> incomplete() {
        return recalls.stream()
                .map(Recall::assessment)
                .filter(Incomplete.class::isInstance)
                .map(Incomplete.class::cast);
    }

    /** What rules in shadow would have added. */
    Stream<About> shadow() {
        return recalls.stream().map(Recall::assessment).flatMap(all -> about(all, all.shadow()));
    }

    private static Stream<About> about(Assessment assessment, List<Finding> findings) {
        String drug = assessment.ordered().drug().id();
        return findings.stream().map(finding -> new About(drug, finding));
    }

    /** Everything that was not known, once. */
    Stream<Gap> gaps() {
        return Stream.concat(
                        unidentified.stream(),
                        recalls.stream().map(Recall::assessment).flatMap(Said::gaps))
                .distinct();
    }

    private static Stream<Gap> gaps(Assessment assessment) {
        return switch (assessment) {
            case Concern concern -> concern.gaps().stream();
            case Incomplete incomplete -> incomplete.gaps().stream();
            case Assessment.Clear clear -> Stream.empty();
        };
    }
}
