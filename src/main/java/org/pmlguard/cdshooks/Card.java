package org.pmlguard.cdshooks;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A piece of advice (2.0.1, Card Attributes). A card cannot be built wrong: what breaks a rule throws
 * {@link IllegalArgumentException}.
 *
 * @param uuid by which feedback names it; always sent, because clients offer no dismissal without it
 * @param summary one sentence of 1 to 139 code points
 * @param indicator how urgent it is
 * @param source where the guidance comes from
 * @param detail GitHub Flavored Markdown; whatever comes from an EHR must be escaped by whoever writes it
 * @param suggestions what can be accepted with one click
 * @param selectionBehavior how many of the suggestions; present exactly when there are suggestions
 * @param overrideReasons why a user may disagree, each with a display
 * @param links where to read on
 * @param extension plain maps, lists, strings, numbers and booleans under reverse-domain names, nothing null or empty
 */
public record Card(
        UUID uuid,
        String summary,
        Indicator indicator,
        Source source,
        Optional<String> detail,
        List<Suggestion> suggestions,
        Optional<SelectionBehavior> selectionBehavior,
        List<Coding> overrideReasons,
        List<Link> links,
        Map<String, Object> extension) {

    /** The longest summary: the specification asks for fewer than 140 characters. */
    public static final int LONGEST_SUMMARY = 139;

    public Card {
        Rules.text("summary", summary);
        Rules.require(
                summary.codePointCount(0, summary.length()) <= LONGEST_SUMMARY,
                "summary must have fewer than 140 characters");
        Rules.text("detail", detail);
        suggestions = List.copyOf(suggestions);
        overrideReasons = List.copyOf(overrideReasons);
        links = List.copyOf(links);
        extension = Extension.of(extension).members();
        checkSuggestions(suggestions, selectionBehavior);
        Rules.require(
                overrideReasons.stream().allMatch(reason -> reason.display().isPresent()),
                "An override reason must have a display");
    }

    /** A card of the given id with the required elements only. */
    public static Card of(UUID uuid, String summary, Indicator indicator, Source source) {
        return new Card(
                uuid,
                summary,
                indicator,
                source,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Map.of());
    }

    /** A card of a new id with the required elements only. */
    public static Card of(String summary, Indicator indicator, Source source) {
        return of(UUID.randomUUID(), summary, indicator, source);
    }

    /** The same card with this detail. */
    public Card withDetail(String markdown) {
        return new Card(
                uuid,
                summary,
                indicator,
                source,
                Optional.of(markdown),
                suggestions,
                selectionBehavior,
                overrideReasons,
                links,
                extension);
    }

    /** The same card with these suggestions, of which there must be one at least. */
    public Card withSuggestions(SelectionBehavior behavior, List<Suggestion> offered) {
        return new Card(
                uuid,
                summary,
                indicator,
                source,
                detail,
                offered,
                Optional.of(behavior),
                overrideReasons,
                links,
                extension);
    }

    /** The same card with these override reasons. */
    public Card withOverrideReasons(List<Coding> reasons) {
        return new Card(
                uuid, summary, indicator, source, detail, suggestions, selectionBehavior, reasons, links, extension);
    }

    /** The same card with these links. */
    public Card withLinks(List<Link> shown) {
        return new Card(
                uuid,
                summary,
                indicator,
                source,
                detail,
                suggestions,
                selectionBehavior,
                overrideReasons,
                shown,
                extension);
    }

    /** The same card with this extension. */
    public Card withExtension(Map<String, Object> members) {
        return new Card(
                uuid,
                summary,
                indicator,
                source,
                detail,
                suggestions,
                selectionBehavior,
                overrideReasons,
                links,
                members);
    }

    private static void checkSuggestions(List<Suggestion> suggestions, Optional<SelectionBehavior> behavior) {
        Rules.require(
                behavior.isPresent() != suggestions.isEmpty(),
                "selectionBehavior must be present exactly when there are suggestions");
        if (suggestions.isEmpty()) {
            return;
        }
        boolean one = behavior.stream().anyMatch(SelectionBehavior.AT_MOST_ONE::equals);
        long recommended =
                suggestions.stream().filter(Suggestion::isRecommended).count();
        Rules.require(
                !one || recommended <= 1, "At most one suggestion may be recommended when at most one is accepted");
        Rules.unique("The uuid of a suggestion", suggestions, Suggestion::uuid);
    }
}
