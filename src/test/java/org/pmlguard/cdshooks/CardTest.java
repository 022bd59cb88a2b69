package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardTest {

    private static final Source SOURCE = Source.of("PML Guard");
    private static final Card CARD = Card.of("A summary", Indicator.INFO, SOURCE);
    private static final URI PAGE = URI.create("https://pmlguard.example/page");

    private static Suggestion suggestion() {
        return Suggestion.of("Do it", List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\u00e4", "\ud83d\ude00"})
    void countsASummaryInCodePoints(String character) {
        assertThat(Card.of(character.repeat(139), Indicator.INFO, SOURCE).summary())
                .hasSize(139 * character.length());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Card.of(character.repeat(140), Indicator.INFO, SOURCE))
                .withMessageContaining("140");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void refusesBlankTexts(String blank) {
        assertThat(Card.of("x", Indicator.INFO, SOURCE).summary()).isEqualTo("x");
        assertThatIllegalArgumentException().isThrownBy(() -> Card.of(blank, Indicator.INFO, SOURCE));
        assertThatIllegalArgumentException().isThrownBy(() -> CARD.withDetail(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> Source.of(blank));
        assertThatIllegalArgumentException().isThrownBy(() -> Suggestion.of(blank, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Link.absolute(blank, PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> Link.smart(blank, PAGE));
        assertThatIllegalArgumentException().isThrownBy(() -> new Link.Smart("x", PAGE, Optional.of(blank)));
        assertThatIllegalArgumentException().isThrownBy(() -> Coding.of(blank, "s", "d"));
        assertThatIllegalArgumentException().isThrownBy(() -> Coding.of("c", blank, "d"));
        assertThatIllegalArgumentException().isThrownBy(() -> Coding.of("c", "s", blank));
        assertThatIllegalArgumentException().isThrownBy(() -> new Action.Delete(blank, "Task/1"));
    }

    @Test
    void alwaysHasAnIdOfItsOwn() {
        assertThat(CARD.uuid())
                .isNotEqualTo(Card.of("A summary", Indicator.INFO, SOURCE).uuid());
        UUID uuid = UUID.randomUUID();
        assertThat(Card.of(uuid, "A summary", Indicator.INFO, SOURCE)
                        .withDetail("x")
                        .uuid())
                .isEqualTo(uuid);
    }

    @Test
    void hasASelectionBehaviorExactlyWithSuggestions() {
        assertThat(CARD.withSuggestions(SelectionBehavior.ANY, List.of(suggestion()))
                        .selectionBehavior())
                .contains(SelectionBehavior.ANY);
        assertThatIllegalArgumentException().isThrownBy(() -> CARD.withSuggestions(SelectionBehavior.ANY, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Card(
                        CARD.uuid(),
                        "x",
                        Indicator.INFO,
                        SOURCE,
                        Optional.empty(),
                        List.of(suggestion()),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Map.of()));
    }

    @Test
    void recommendsSeveralSuggestionsOnlyWhereSeveralCanBeAccepted() {
        List<Suggestion> one = List.of(suggestion().recommended(), suggestion());
        List<Suggestion> two = List.of(suggestion().recommended(), suggestion().recommended());

        assertThat(CARD.withSuggestions(SelectionBehavior.AT_MOST_ONE, one).suggestions())
                .hasSize(2);
        assertThat(CARD.withSuggestions(SelectionBehavior.ANY, two).suggestions())
                .hasSize(2);
        assertThatIllegalArgumentException().isThrownBy(() -> CARD.withSuggestions(SelectionBehavior.AT_MOST_ONE, two));
    }

    @Test
    void refusesTheSameSuggestionTwice() {
        Suggestion twin = suggestion();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.withSuggestions(SelectionBehavior.ANY, List.of(twin, twin)));
    }

    @Test
    void refusesAnOverrideReasonWithoutDisplay() {
        assertThat(CARD.withOverrideReasons(List.of(Coding.of("c", "s", "d"))).overrideReasons())
                .hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> CARD.withOverrideReasons(List.of(Coding.of("c", "s"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page",
                "/page",
                "urn:uuid:1",
                "javascript:alert(1)",
                "data:text/html,x",
                "https:page",
                "https:///page"
            })
    void refusesAUrlThatABrowserCannotOpen(String url) {
        URI uri = URI.create(url);
        assertThat(SOURCE.withUrl(PAGE).withIcon(PAGE).url()).contains(PAGE);
        assertThatIllegalArgumentException().isThrownBy(() -> SOURCE.withUrl(uri));
        assertThatIllegalArgumentException().isThrownBy(() -> SOURCE.withIcon(uri));
        assertThatIllegalArgumentException().isThrownBy(() -> Link.absolute("x", uri));
        assertThatIllegalArgumentException().isThrownBy(() -> Link.smart("x", uri));
    }

    @Test
    void refusesAnActionThatNamesNoResource() {
        FhirJson unnamed = new FhirJson(Bodies.json("{'resourceType':'Task'}"));
        assertThat(new Action.Create("Adds", unnamed).resource()).isEqualTo(unnamed);
        assertThatIllegalArgumentException().isThrownBy(() -> new Action.Update("Changes", unnamed));
        assertThatIllegalArgumentException().isThrownBy(() -> new Action.Delete("Removes", "m1"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Action.Delete("Removes", "Task/"));
        assertThat(new Action.Delete("Removes", "Task/" + "e".repeat(194) + "\u2011").resourceId())
                .hasSize(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "'text'", "{}", "{'resourceType':''}", "{'resourceType':null}", "{'id':'1'}"})
    void refusesAResourceThatIsNone(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> new FhirJson(Bodies.json(json)));
    }

    @Test
    void leavesOutWhatIsNothingInAResourceAndNothingElse() {
        FhirJson resource = new FhirJson(
                Bodies.json(
                        "{'resourceType':'Task','id':'1','a':null,'b':'','c':[],'d':{'e':{'f':null}},'g':[null,'x'],'h':0,'i':false}"));
        assertThat(resource.tree())
                .isEqualTo(Bodies.json("{'resourceType':'Task','id':'1','g':[null,'x'],'h':0,'i':false}"));
    }

    @Test
    void takesAnExtensionOfPlainValues() {
        Map<String, Object> extension = Map.of(
                "org.pmlguard.assessment",
                Map.of(
                        "text",
                        "x",
                        "whole",
                        1,
                        "long",
                        2L,
                        "real",
                        0.5,
                        "big",
                        BigInteger.TEN,
                        "yes",
                        true,
                        "list",
                        List.of("a", Map.of("b", 1))));
        assertThat(CARD.withExtension(extension).extension()).isEqualTo(extension);
    }

    @ParameterizedTest
    @MethodSource
    void refusesAnExtensionThatJsonCannotHold(Object value) {
        assertThatIllegalArgumentException().isThrownBy(() -> CARD.withExtension(Map.of("org.example.key", value)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CARD.withExtension(Map.of("org.example.key", List.of(Map.of("deep", value)))));
    }

    static Stream<Object> refusesAnExtensionThatJsonCannotHold() {
        List<Object> withNull = new ArrayList<>();
        withNull.add(null);
        return Stream.of(
                "",
                List.of(),
                Map.of(),
                Double.NaN,
                Float.NEGATIVE_INFINITY,
                new AtomicInteger(1),
                Indicator.INFO,
                PAGE,
                Map.of(1, "x"),
                Map.of("", "x"),
                withNull);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "assessment", "org", ".org", "org..x", "org.", "org. x", "org.pmlguard assessment"})
    void refusesAnExtensionWithoutAReverseDomainName(String name) {
        assertThat(CARD.withExtension(Map.of("org.x", 1)).extension()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> CARD.withExtension(Map.of(name, 1)));
    }

    @Test
    void doesNotChangeWhenItsPartsDo() {
        List<Object> list = new ArrayList<>(List.of("a"));
        List<Link> links = new ArrayList<>(List.of(Link.absolute("x", PAGE)));
        Card card = CARD.withExtension(Map.of("org.x", list)).withLinks(links);
        list.add("b");
        links.clear();

        assertThat(card.extension()).isEqualTo(Map.of("org.x", List.of("a")));
        assertThat(card.links()).hasSize(1);
    }
}
