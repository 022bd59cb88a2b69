package org.pmlguard.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pmlguard.knowledge.rule.Indicator;

/** What a site's overlay makes of orders, rule by rule. */
final class Differences {

    private static final int MOST_EXAMPLES = 5;

    /** What became of a finding. */
    enum Change {
        APPEARED("now says"),
        VANISHED("says no more"),
        MORE_URGENT("says more urgently"),
        LESS_URGENT("says less urgently");

        private final String words;

        Change(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A rule and what became of its findings. */
    record Key(String rule, Change change) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byRule = rule.compareTo(other.rule);
            return byRule == 0 ? change.compareTo(other.change) : byRule;
        }
    }

    /**
     * How often, and in which orders.
     *
     * @param examples the first few, by their references
     */
    record Times(long times, List<String> examples) {
        Times {
            examples = List.copyOf(examples);
        }

        Times plus(Times other) {
            List<String> both = new ArrayList<>(examples);
            both.addAll(other.examples);
            return new Times(times + other.times, both.subList(0, Math.min(MOST_EXAMPLES, both.size())));
        }
    }

    private final Map<Key, Times> all = new TreeMap<>();

    void add(Checked checked) {
        Map<String, Indicator> before = levels(checked.said().getFirst());
        Map<String, Indicator> after = levels(checked.said().getLast());
        TreeSet<String> either = new TreeSet<>(before.keySet());
        either.addAll(after.keySet());
        either.forEach(finding -> change(before.get(finding), after.get(finding))
                .ifPresent(change -> all.merge(
                        new Key(finding.substring(0, finding.indexOf(' ')), change),
                        new Times(1, List.of(checked.order())),
                        Times::plus)));
    }

    private static Map<String, Indicator> levels(Said said) {
        return said.findings()
                .collect(Collectors.toMap(
                        about -> about.finding().rule().id() + " " + about.drug(),
                        about -> about.finding().indicator(),
                        (one, other) -> one.compareTo(other) < 0 ? other : one));
    }

    private static Optional<Change> change(
            @org.jspecify.annotations.Nullable Indicator before, @org.jspecify.annotations.Nullable Indicator after) {
        if (before == after) {
            return Optional.empty();
        }
        if (before == null) {
            return Optional.of(Change.APPEARED);
        }
        if (after == null) {
            return Optional.of(Change.VANISHED);
        }
        return Optional.of(before.compareTo(after) < 0 ? Change.MORE_URGENT : Change.LESS_URGENT);
    }

    void add(Differences other) {
        other.all.forEach((key, times) -> all.merge(key, times, Times::plus));
    }

    Map<Key, Times> all() {
        return new TreeMap<>(all);
    }
}
