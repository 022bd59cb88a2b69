package org.pmlguard.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pmlguard.card.CardWriter;
import org.pmlguard.cdshooks.Card;
import org.pmlguard.cdshooks.FhirJson;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.load.PackLoader;
import tools.jackson.databind.json.JsonMapper;

/** A chart is opened: the cases of {@code vignettes/standing.yaml}, up to the card. */
class StandingCheckTest {

    private static final Knowledge KNOWLEDGE = PackLoader.shipped();
    private static final Assessor ASSESSOR = new Assessor(KNOWLEDGE);
    private static final FhirJson TEST =
            new FhirJson(JsonMapper.builder().build().createObjectNode().put("resourceType", "ServiceRequest"));

    @TestFactory
    Stream<DynamicTest> standing() {
        return VignetteReader.read("standing.yaml").map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
    }

    private static List<Assessment> assessed(Vignette vignette) {
        List<OrderedDrug> current = ASSESSOR.currentTherapy(vignette.chart().medications(), vignette.today());
        return ASSESSOR.assess(current, vignette.chart(), vignette.today());
    }

    private static List<Card> cards(Vignette vignette) {
        return new CardWriter(KNOWLEDGE, UUID::randomUUID, Optional.empty())
                .write(assessed(vignette), List.of(), code -> TEST);
    }

    private static List<String> rules(Vignette vignette) {
        return assessed(vignette).stream()
                .flatMap(
                        one -> one instanceof Assessment.Concern concern ? concern.findings().stream() : Stream.empty())
                .map(finding -> finding.rule().id())
                .toList();
    }

    private static void check(Vignette vignette) {
        List<Card> cards = cards(vignette);
        assertThat(cards).as("one card at most").hasSizeLessThanOrEqualTo(1);
        assertThat(cards.stream().map(StandingCheckTest::says).findFirst().orElse("none"))
                .as("by %s: %s", rules(vignette), vignette.why())
                .isEqualTo(vignette.expect().indicator());
        assertThat(rules(vignette)).containsAll(vignette.expect().rules());
        assertThat(rules(vignette).stream().filter(vignette.expect().not()::contains))
                .isEmpty();
        assertThat(cards).allSatisfy(StandingCheckTest::speaksOfNoOrder);
    }

    private static String says(Card card) {
        return card.summary().startsWith("PML check incomplete")
                ? "incomplete"
                : card.indicator().code();
    }

    private static void speaksOfNoOrder(Card card) {
        assertThat(card.detail().orElse("")).doesNotContain("Order:", "cancel this");
        assertThat(card.suggestions().toString()).doesNotContain("Delete");
    }

    private static Vignette named(String name) {
        return VignetteReader.read("standing.yaml")
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCardNamesTheTreatmentAndNotAnOrder() {
        Card card = cards(named("a middle index beyond month 24 is news")).getFirst();
        assertThat(card.summary()).startsWith("Natalizumab, month 30");
        assertThat(card.detail().orElseThrow()).contains("Current therapy: natalizumab.");
    }

    @Test
    void aDrugThatWasStoppedIsRecentTherapy() {
        Card card = cards(named("and four months after the last infusion")).getFirst();
        assertThat(card.detail().orElseThrow()).contains("Recent therapy: natalizumab.");
    }

    @Test
    void oneFindingAboutTwoDrugsNamesBoth() {
        Card card = cards(named("PML under two immunosuppressants is one card")).getFirst();
        assertThat(card.summary() + card.detail().orElseThrow())
                .containsIgnoringCase("tacrolimus")
                .contains("mycophenolate");
    }
}
