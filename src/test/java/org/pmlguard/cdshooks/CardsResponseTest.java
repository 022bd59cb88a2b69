package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CardsResponseTest {

    private static final UUID ONE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID TWO = UUID.fromString("00000000-0000-0000-0000-000000000002");

    @Test
    void saysNothingWithAnEmptyArray() {
        assertThat(CardsResponse.empty().toJson()).asString().isEqualTo("{\"cards\":[]}");
    }

    @Test
    void writesTheLeastCardAndNothingMore() {
        Card card = Card.of(ONE, "Look", Indicator.WARNING, Source.of("PML Guard"));
        assertThat(Bodies.json(CardsResponse.of(List.of(card)).toJson())).isEqualTo(Bodies.json("""
                {'cards':[{'uuid':'00000000-0000-0000-0000-000000000001','summary':'Look','indicator':'warning',
                 'source':{'label':'PML Guard'}}]}"""));
    }

    @Test
    void writesEveryMember() {
        FhirJson order = new FhirJson(Bodies.json("{'resourceType':'MedicationRequest','id':'m1'}"));
        FhirJson lab = new FhirJson(Bodies.json("{'resourceType':'ServiceRequest'}"));
        List<Action> actions = List.of(
                new Action.Create("Orders a test", lab),
                new Action.Update("Changes the order", order),
                new Action.Delete("Removes the order", "MedicationRequest/m1"));
        URI page = URI.create("https://pmlguard.example/\u00e4");
        Card card = Card.of(
                        ONE,
                        "Look \ud83d\ude00",
                        Indicator.CRITICAL,
                        Source.of("PML Guard").withUrl(page).withIcon(page).withTopic(Coding.of("t", "s")))
                .withDetail("**Detail**")
                .withSuggestions(SelectionBehavior.AT_MOST_ONE, List.of(new Suggestion("Do it", TWO, true, actions)))
                .withOverrideReasons(List.of(Coding.of("c", "s", "Because")))
                .withLinks(List.of(
                        Link.absolute("Read", page),
                        new Link.Smart("Launch", page, Optional.of("ctx")),
                        Link.smart("Start", page)))
                .withExtension(Map.of("org.pmlguard.assessment", Map.of("rules", List.of(1, true, "x"))));

        assertThat(Bodies.json(new CardsResponse(List.of(card), actions.subList(2, 3)).toJson()))
                .isEqualTo(Bodies.json("""
                {'cards':[{'uuid':'00000000-0000-0000-0000-000000000001','summary':'Look \ud83d\ude00','detail':'**Detail**',
                 'indicator':'critical',
                 'source':{'label':'PML Guard','url':'https://pmlguard.example/%C3%A4','icon':'https://pmlguard.example/%C3%A4',
                  'topic':{'code':'t','system':'s'}},
                 'suggestions':[{'label':'Do it','uuid':'00000000-0000-0000-0000-000000000002','isRecommended':true,'actions':[
                  {'type':'create','description':'Orders a test','resource':{'resourceType':'ServiceRequest'}},
                  {'type':'update','description':'Changes the order','resource':{'resourceType':'MedicationRequest','id':'m1'}},
                  {'type':'delete','description':'Removes the order','resourceId':'MedicationRequest/m1'}]}],
                 'selectionBehavior':'at-most-one',
                 'overrideReasons':[{'code':'c','system':'s','display':'Because'}],
                 'links':[{'label':'Read','url':'https://pmlguard.example/%C3%A4','type':'absolute'},
                  {'label':'Launch','url':'https://pmlguard.example/%C3%A4','type':'smart','appContext':'ctx'},
                  {'label':'Start','url':'https://pmlguard.example/%C3%A4','type':'smart'}],
                 'extension':{'org.pmlguard.assessment':{'rules':[1,true,'x']}}}],
                 'systemActions':[{'type':'delete','description':'Removes the order','resourceId':'MedicationRequest/m1'}]}"""));
    }

    @Test
    void echoesAnOrderDigitForDigit() {
        Context.Orders orders = Bodies.orders(
                "order-sign",
                "{'patientId':'p1','draftOrders':[{'resourceType':'Task','id':'t\u20111','value':1.50,'big':123456789012345678901234567890}]}");
        FhirJson order = new FhirJson(orders.drafts().getFirst());
        byte[] json = new CardsResponse(List.of(), List.of(new Action.Update("Echoes", order))).toJson();

        assertThat(json)
                .asString()
                .contains("\"id\":\"t\u20111\",\"value\":1.50,\"big\":123456789012345678901234567890");
    }

    @Test
    void keepsTheSequenceOfCards() {
        List<Card> cards =
                List.of(Card.of("b", Indicator.INFO, Source.of("s")), Card.of("a", Indicator.CRITICAL, Source.of("s")));
        JsonNode json = Bodies.json(CardsResponse.of(cards).toJson());
        assertThat(json.path("cards").valueStream())
                .map(card -> card.path("summary").asString())
                .containsExactly("b", "a");
    }

    @Test
    void refusesTheSameIdTwice() {
        Card card = Card.of("a", Indicator.INFO, Source.of("s"));
        Suggestion twin = Suggestion.of("Do it", List.of());
        Card first = card.withSuggestions(SelectionBehavior.ANY, List.of(twin));
        Card second =
                Card.of("b", Indicator.INFO, Source.of("s")).withSuggestions(SelectionBehavior.ANY, List.of(twin));

        assertThatIllegalArgumentException().isThrownBy(() -> CardsResponse.of(List.of(card, card)));
        assertThatIllegalArgumentException().isThrownBy(() -> CardsResponse.of(List.of(first, second)));
    }
}
