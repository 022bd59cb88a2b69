package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What real systems and the specification's own examples send, one trap at a time: {@code traps/*.yaml}. Each is answered 200,
 * and never with silence where a watched drug is ordered.
 */
class TrapsTest extends ServerTest {

    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    @TestFactory
    Stream<DynamicTest> whichDrugItIs() {
        return traps("drug.yaml");
    }

    @TestFactory
    Stream<DynamicTest> whatTheChartSays() {
        return traps("chart.yaml");
    }

    @TestFactory
    Stream<DynamicTest> howItIsWrapped() {
        return traps("envelope.yaml");
    }

    private Stream<DynamicTest> traps(String file) {
        try (InputStream content = TrapsTest.class.getResourceAsStream("/traps/" + file)) {
            return YAML.readTree(content)
                    .valueStream()
                    .map(row -> DynamicTest.dynamicTest(row.path("trap").asString(), () -> check(row)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(JsonNode row) {
        HttpResponse<String> answer = post(
                row.path("service").asString("pml-order-sign"),
                row.path("before").asString("")
                        + TrapCalls.call(row)
                        + row.path("after").asString(""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode cards = Requests.JSON.readTree(answer.body()).path("cards");
        String expected = row.path("expect").asString();
        if (expected.equals("none")) {
            assertThat(cards).isEmpty();
        } else {
            assertThat(cards).hasSize(1);
            speaks(cards.path(0), expected, row);
        }
    }

    private static void speaks(JsonNode card, String expected, JsonNode row) {
        JsonNode trace = card.path("extension").path("org.pmlguard.assessment");
        List<String> said = Stream.of(
                        trace.findValuesAsString("drug"), texts(trace.path("drugs")), trace.findValuesAsString("code"))
                .flatMap(List::stream)
                .toList();
        assertThat(said).anyMatch(one -> one.startsWith(expected));
        List<String> rules = trace.path("rules").findValuesAsString("id");
        assertThat(rules).containsAll(texts(row.path("rules")));
        assertThat(texts(row.path("not"))).doesNotContainAnyElementsOf(rules.isEmpty() ? List.of("none") : rules);
        if (row.has("gap")) {
            assertThat(trace.path("gaps").findValuesAsString("code"))
                    .anyMatch(gap -> gap.startsWith(row.path("gap").asString()));
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /** A card of ours can be told apart and answered: EHRs ask for these in their feedback. */
    @org.junit.jupiter.api.Test
    void trap26WhatFeedbackNeedsIsOnTheCard() {
        JsonNode card = cards("pml-order-sign", Requests.JSON.readTree(TrapCalls.call(YAML.createObjectNode())))
                .path(0);
        assertThat(card.path("uuid").asString()).isNotBlank();
        assertThat(card.path("source").path("topic").path("code").asString()).matches("[A-Za-z0-9]{1,100}");
        assertThat(card.path("suggestions"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.path("actions")).hasSize(1));
    }
}
