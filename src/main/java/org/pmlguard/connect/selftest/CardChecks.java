package org.pmlguard.connect.selftest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pmlguard.connect.check.Check;
import org.pmlguard.connect.check.Result;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/** What every card must be. Tried on the answers to all examples for order-sign. */
final class CardChecks {

    private static final String REPORT = "report it with the order that was sent";
    private static final Pattern HTML = Pattern.compile("<[a-zA-Z/!]");
    private static final Set<String> MEMBERS = Set.of(
            "uuid",
            "summary",
            "detail",
            "indicator",
            "source",
            "suggestions",
            "selectionBehavior",
            "overrideReasons",
            "links",
            "extension");

    private final Doorway door;
    private final SingletonSupplier<List<JsonNode>> cards;

    CardChecks(Target target, Samples samples, Doorway door) {
        this.door = door;
        this.cards = SingletonSupplier.of(() -> samples.withCards().stream()
                .flatMap(call -> target.post(Samples.SIGN, call.toString())
                        .json()
                        .path("cards")
                        .valueStream())
                .toList());
    }

    List<Check> all() {
        return List.of(
                every("CARD-01", "summary is 1 to 139 characters", card -> isText(card, "summary", 139)),
                every(
                        "CARD-02",
                        "indicator is info, warning or critical",
                        card -> is(card, "indicator", Set.of("info", "warning", "critical"))),
                every("CARD-03", "source has a label, and its url, if any, is absolute", CardChecks::hasSource),
                every(
                        "CARD-04",
                        "uuid is there; without it clients offer no dismissal and send no feedback",
                        card -> isText(card, "uuid", 64)),
                door.check(
                        "CARD-05",
                        "uuids of cards and suggestions are used once",
                        "2.0 Card Attributes",
                        this::uuidsAreUnique),
                every(
                        "CARD-06",
                        "selectionBehavior is there exactly when suggestions are, and is any or at-most-one",
                        CardChecks::hasBehavior),
                suggestions(
                        "CARD-07",
                        "each suggestion has a label and a uuid",
                        suggestion -> isText(suggestion, "label", 1_000) && isText(suggestion, "uuid", 64)),
                every(
                        "CARD-08",
                        "at most one suggestion is recommended",
                        card -> card.path("suggestions")
                                        .valueStream()
                                        .filter(one -> one.path("isRecommended").asBoolean(false))
                                        .count()
                                <= 1),
                suggestions(
                        "CARD-09",
                        "each action has type create, update or delete, a description, and what it acts on",
                        suggestion -> suggestion.path("actions").valueStream().allMatch(CardChecks::isAction)),
                every(
                        "CARD-10",
                        "each override reason has code, system and display",
                        card -> card.path("overrideReasons")
                                .valueStream()
                                .allMatch(reason -> Stream.of("code", "system", "display")
                                        .allMatch(member -> isText(reason, member, 1_000)))),
                every(
                        "CARD-11",
                        "each link has a label, an absolute url and the type absolute, without appContext",
                        card -> card.path("links").valueStream().allMatch(CardChecks::isLink)),
                every(
                        "CARD-12",
                        "nothing in a card is null or empty",
                        card -> Neat.blemish(card).isEmpty()),
                every(
                        "CARD-13",
                        "a card has only members of the specification; ours are in extension",
                        card -> MEMBERS.containsAll(card.propertyNames())),
                every(
                        "CARD-14",
                        "detail is Markdown without HTML",
                        card -> !HTML.matcher(card.path("detail").asString("")).find()));
    }

    private Check every(String id, String requirement, Predicate<JsonNode> holds) {
        return door.check(id, requirement, "2.0 Card Attributes", () -> result(cards.obtain(), holds, card -> card));
    }

    private Check suggestions(String id, String requirement, Predicate<JsonNode> holds) {
        return door.check(
                id,
                requirement,
                "2.0 Suggestion, Action",
                () -> result(cards.obtain(), holds, card -> card.path("suggestions")));
    }

    private static Result result(List<JsonNode> cards, Predicate<JsonNode> holds, Function<JsonNode, JsonNode> part) {
        List<JsonNode> parts =
                cards.stream().map(part).flatMap(CardChecks::each).toList();
        if (parts.isEmpty()) {
            return new Result.Failed("no card came to look at", "see what CALL-01 says");
        }
        long wrong = parts.stream().filter(holds.negate()).count();
        return wrong == 0
                ? new Result.Passed("seen on " + parts.size())
                : new Result.Failed("not so on " + wrong + " of " + parts.size(), REPORT);
    }

    private static Stream<JsonNode> each(JsonNode part) {
        return part.isArray() ? part.valueStream() : Stream.of(part).filter(JsonNode::isObject);
    }

    private Result uuidsAreUnique() {
        List<String> ids = new ArrayList<>();
        for (JsonNode card : cards.obtain()) {
            ids.add(card.path("uuid").asString(""));
            card.path("suggestions").forEach(one -> ids.add(one.path("uuid").asString("")));
        }
        return Result.of(ids.size() == Set.copyOf(ids).size(), "a uuid is there twice", REPORT);
    }

    private static boolean isText(JsonNode node, String member, int longest) {
        String text = node.path(member).asString("");
        return !text.isBlank() && text.codePointCount(0, text.length()) <= longest;
    }

    private static boolean is(JsonNode node, String member, Set<String> values) {
        return values.contains(node.path(member).asString(""));
    }

    private static boolean hasSource(JsonNode card) {
        JsonNode source = card.path("source");
        return isText(source, "label", 1_000) && (!source.has("url") || isAbsolute(source.path("url")));
    }

    private static boolean hasBehavior(JsonNode card) {
        return card.has("suggestions")
                ? is(card, "selectionBehavior", Set.of("any", "at-most-one"))
                : !card.has("selectionBehavior");
    }

    private static boolean isAction(JsonNode action) {
        boolean actsOnSomething = is(action, "type", Set.of("delete"))
                ? isText(action, "resourceId", 1_000) && !action.has("resource")
                : action.path("resource").has("resourceType");
        return is(action, "type", Set.of("create", "update", "delete"))
                && isText(action, "description", 1_000)
                && actsOnSomething;
    }

    private static boolean isLink(JsonNode link) {
        return isText(link, "label", 1_000)
                && isAbsolute(link.path("url"))
                && is(link, "type", Set.of("absolute"))
                && !link.has("appContext");
    }

    private static boolean isAbsolute(JsonNode url) {
        return Optional.of(url.asString(""))
                .filter(text -> text.matches("https?://.+"))
                .isPresent();
    }
}
