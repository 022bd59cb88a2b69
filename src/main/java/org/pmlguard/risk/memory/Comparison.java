package org.pmlguard.risk.memory;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** What has changed between two calls, in the sequence of the alphabet. */
record Comparison(RiskInputs then, RiskInputs now) {

    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        labels().forEach(label -> compare(label, changes));
        if (!then.knowledge().equals(now.knowledge())) {
            changes.add(new Change.OtherKnowledge(then.version(), now.version()));
        }
        if (!allRead()) {
            changes.add(new Change.NotAllRead());
        }
        if (changes.isEmpty() && !then.rules().equals(now.rules())) {
            changes.add(new Change.OtherRules());
        }
        return changes;
    }

    private SequencedSet<String> labels() {
        SequencedSet<String> labels = new LinkedHashSet<>();
        Stream.concat(now.facts().stream(), then.facts().stream())
                .map(RiskInput::label)
                .forEach(labels::add);
        return labels;
    }

    private void compare(String label, List<Change> changes) {
        List<RiskInput> before = only(label, then, now);
        List<RiskInput> after = only(label, now, then);
        if (before.size() == 1 && after.size() == 1) {
            changes.add(moved(before.getFirst(), after.getFirst()));
            return;
        }
        after.forEach(input -> changes.add(new Change.Added(label, input.value())));
        if (allRead()) {
            before.forEach(input -> changes.add(new Change.Gone(label, input.value())));
        }
    }

    /** What is not found in a record that was not read to its end is not gone. */
    private boolean allRead() {
        return then.gaps().containsAll(now.gaps());
    }

    /** What one has under a label and the other has not. */
    private static List<RiskInput> only(String label, RiskInputs one, RiskInputs other) {
        return one.facts().stream()
                .filter(input -> input.label().equals(label) && !other.facts().contains(input))
                .toList();
    }

    private static Change moved(RiskInput before, RiskInput now) {
        return before.value().equals(now.value())
                ? new Change.Repeated(now.label(), now.value(), now.date())
                : new Change.Moved(now.label(), before.value(), now.value());
    }
}
