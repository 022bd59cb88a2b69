package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever cards are built, the JSON keeps the rules of 2.0.1, which are written down here a second time. */
class RandomCardsTest {

    private final Random random = new Random(2001);

    @Test
    void keepsTheRulesWhateverIsBuilt() {
        Set<String> members = new HashSet<>();
        for (int round = 0; round < 2_000; round++) {
            JsonNode response = Bodies.json(new CardsResponse(some(this::card), some(this::action)).toJson());
            checkResponse(response);
            response.path("cards").forEach(card -> members.addAll(card.propertyNames()));
        }
        assertThat(members).hasSize(10);
    }

    private Card card() {
        Card card = Card.of(uuid(), text(139), pick(Indicator.values()), source())
                .withOverrideReasons(some(() -> Coding.of(text(5), text(5), text(5))))
                .withLinks(some(this::link));
        card = maybe(() -> text(300)).map(card::withDetail).orElse(card);
        card = random.nextBoolean() ? card.withExtension(extension()) : card;
        List<Suggestion> suggestions = some(this::suggestion);
        boolean several = suggestions.stream().filter(Suggestion::isRecommended).count() > 1;
        SelectionBehavior behavior = several ? SelectionBehavior.ANY : pick(SelectionBehavior.values());
        return suggestions.isEmpty() ? card : card.withSuggestions(behavior, suggestions);
    }

    private Source source() {
        return new Source(
                text(20),
                maybe(this::url),
                maybe(this::url),
                maybe(() -> new Coding(text(3), text(3), maybe(() -> text(9)))));
    }

    private Suggestion suggestion() {
        return new Suggestion(text(30), uuid(), random.nextInt(3) == 0, some(this::action));
    }

    private Action action() {
        return switch (random.nextInt(3)) {
            case 0 -> new Action.Create(text(30), resource());
            case 1 -> new Action.Update(text(30), resource());
            default -> new Action.Delete(text(30), "Task/" + random.nextInt(99));
        };
    }

    private FhirJson resource() {
        String nothing = pick("null", "''", "[]", "{}", "{'x':null}", "[1]");
        return new FhirJson(
                Bodies.json("{'resourceType':'Task','id':'%d','member':%s}".formatted(random.nextInt(99), nothing)));
    }

    private Link link() {
        return random.nextBoolean()
                ? new Link.Absolute(text(9), url())
                : new Link.Smart(text(9), url(), maybe(() -> text(9)));
    }

    private URI url() {
        return URI.create(
                pick("https", "http") + "://h" + random.nextInt(9) + ".example/" + pick("", "\u00e4", "?a=b#c"));
    }

    private Map<String, Object> extension() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put(text(5), this.<Object>pick(1, 2.5, true, "x", List.of("a", 1L), Map.of("k", 0)));
        return Map.of("org.example." + random.nextInt(9), inner);
    }

    /** Any characters at all, of one to that many code points. */
    private String text(int longest) {
        StringBuilder text = new StringBuilder("x");
        for (int length = random.nextInt(longest); length > 0; length--) {
            text.appendCodePoint(pick(0x61, 0x22, 0x5C, 0x3C, 0x0A, 0x00, 0x1F, 0x2028, 0xE4, 0x1F600, 0xD800, 0xDC00));
        }
        return text.codePointCount(0, text.length()) > longest ? "x" : text.toString();
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private <T> List<T> some(Supplier<T> one) {
        return Stream.generate(one).limit(random.nextInt(4)).toList();
    }

    private <T> Optional<T> maybe(Supplier<T> one) {
        return random.nextBoolean() ? Optional.of(one.get()) : Optional.empty();
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static void checkResponse(JsonNode response) {
        checkNothingIsNothing(response, true);
        assertThat(response.propertyNames()).contains("cards").isSubsetOf("cards", "systemActions");
        Set<String> ids = new HashSet<>();
        for (JsonNode card : response.path("cards")) {
            assertThat(ids.add(card.path("uuid").asString())).isTrue();
            checkCard(card);
        }
        response.path("systemActions").forEach(RandomCardsTest::checkAction);
    }

    /** Elements shall not be null or empty, except for the array of cards. */
    private static void checkNothingIsNothing(JsonNode node, boolean mayBeEmpty) {
        assertThat(node.isNull()).isFalse();
        assertThat(node.isString() && node.asString().isEmpty()).isFalse();
        assertThat(node.isContainer() && node.isEmpty() && !mayBeEmpty).isFalse();
        node.forEachEntry((name, value) -> checkNothingIsNothing(value, name.equals("cards")));
        if (node.isArray()) {
            node.forEach(value -> checkNothingIsNothing(value, false));
        }
    }

    private static void checkCard(JsonNode card) {
        assertThat(card.propertyNames())
                .contains("uuid", "summary", "indicator", "source")
                .isSubsetOf(
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
        assertThat(card.path("summary").asString().codePoints().count()).isBetween(1L, 139L);
        assertThat(card.path("indicator").asString()).isIn("info", "warning", "critical");
        assertThat(card.path("source").path("label").isString()).isTrue();
        assertThat(card.has("selectionBehavior")).isEqualTo(card.has("suggestions"));
        checkSuggestions(card);
        for (JsonNode reason : card.path("overrideReasons")) {
            assertThat(reason.propertyNames()).containsExactlyInAnyOrder("code", "system", "display");
        }
        card.path("links").forEach(RandomCardsTest::checkLink);
        card.path("extension").propertyNames().forEach(name -> assertThat(name).contains("."));
    }

    private static void checkSuggestions(JsonNode card) {
        long recommended = 0;
        for (JsonNode suggestion : card.path("suggestions")) {
            assertThat(suggestion.propertyNames()).contains("label", "uuid");
            recommended += suggestion.path("isRecommended").asBoolean(false) ? 1 : 0;
            suggestion.path("actions").forEach(RandomCardsTest::checkAction);
        }
        String behavior = card.path("selectionBehavior").asString("any");
        assertThat(behavior).isIn("any", "at-most-one");
        assertThat(behavior.equals("at-most-one") && recommended > 1).isFalse();
    }

    private static void checkAction(JsonNode action) {
        assertThat(action.path("description").isString()).isTrue();
        boolean delete = action.path("type").asString().equals("delete");
        assertThat(action.path("type").asString()).isIn("create", "update", "delete");
        assertThat(action.has("resourceId")).isEqualTo(delete);
        assertThat(action.path("resource").path("resourceType").isString()).isEqualTo(!delete);
    }

    private static void checkLink(JsonNode link) {
        assertThat(link.propertyNames()).contains("label", "url", "type");
        assertThat(link.path("type").asString()).isIn("absolute", "smart");
        assertThat(link.path("url").asString()).matches("https?://[\\x21-\\x7E]+");
        assertThat(link.has("appContext") && link.path("type").asString().equals("absolute"))
                .isFalse();
    }
}
