package org.pmlguard.card;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.risk.Fact;
import org.pmlguard.risk.Finding;
import org.pmlguard.risk.OrderedDrug;

/** Fills the {@code {places}} of a rule's words with its facts. */
final class Places {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z0-9-]+)}");

    private Places() {}

    /** The summary of a finding, short enough for a card. */
    static String summary(Finding finding, OrderedDrug ordered) {
        String filled = filled(finding.level().summary(), finding.facts(), ordered, Plain::text);
        return cut(Character.toUpperCase(filled.charAt(0)) + filled.substring(1));
    }

    /** Words for a detail, which is Markdown. */
    static String filled(String words, List<Fact> facts, OrderedDrug ordered) {
        return filled(words, facts, ordered, Plain::markdown);
    }

    private static String filled(String words, List<Fact> facts, OrderedDrug ordered, UnaryOperator<String> safe) {
        return PLACE.matcher(words)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), facts, ordered, safe)));
    }

    private static String value(String place, List<Fact> facts, OrderedDrug ordered, UnaryOperator<String> safe) {
        if (place.equals("drug")) {
            return ordered.drug().name();
        }
        List<String> values = facts.stream()
                .filter(fact -> fact.name().equals(place))
                .map(fact -> safe.apply(FactLine.worded(fact.comparable())))
                .distinct()
                .toList();
        return place.equals("other") || place.equals("condition") ? joined(values) : first(values, place);
    }

    private static String joined(List<String> values) {
        return switch (values.size()) {
            case 0 -> "another";
            case 1 -> values.getFirst();
            case 2 -> values.getFirst() + " and " + values.getLast();
            default -> values.getFirst() + " and " + (values.size() - 1) + " others";
        };
    }

    /** The first is the one the rule met on; what {@code show} adds comes behind it. */
    private static String first(List<String> values, String place) {
        return values.isEmpty() ? place : values.getFirst();
    }

    /** At most what a card may hold, cut at a word. */
    static String cut(String summary) {
        if (summary.codePointCount(0, summary.length()) <= Card.LONGEST_SUMMARY) {
            return summary;
        }
        String kept = summary.substring(0, summary.offsetByCodePoints(0, Card.LONGEST_SUMMARY - 1));
        int word = kept.lastIndexOf(' ');
        return (word > 0 ? kept.substring(0, word) : kept) + "…";
    }
}
