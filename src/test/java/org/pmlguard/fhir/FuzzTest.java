package org.pmlguard.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.cdshooks.BadCall;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Whatever stands where in a request, there is an answer. */
class FuzzTest {

    private static final int ROUNDS = 2_000;
    private static final List<String> JUNK = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "7",
            "1e999999",
            "1e-999999",
            "123456789012345678901234567890",
            "''",
            "' '",
            "'mia'",
            "'Patient/mia'",
            "'Patient/other'",
            "'#a'",
            "'#'",
            "'urn:uuid:x'",
            "'Medication/..'",
            "'2026-13-45'",
            "'0000-00'",
            "'9999-12-31'",
            "'active'",
            "'%'",
            "'http://[x'",
            "'mg'",
            "'\\uD800'",
            "[]",
            "{}",
            "[[[]]]",
            "[null]",
            "[{}]",
            "{'reference': 1}",
            "{'reference': {'reference': '#a'}}",
            "{'coding': 'x'}",
            "{'coding': [{'code': {}}], 'text': []}",
            "{'concept': {'concept': {'text': 'x'}}}",
            "{'value': '1e9', 'unit': {}}",
            "{'value': 1e999999, 'unit': 'mg'}",
            "{'start': '2026', 'end': '2025'}",
            "{'resourceType': 'Bundle', 'entry': {}}",
            "{'resourceType': 'OperationOutcome'}",
            "{'resourceType': {}, 'id': []}",
            "[[{'resourceType': 'Condition'}]]");

    @ParameterizedTest
    @ValueSource(strings = {"request-dstu2.json", "request-stu3.json", "request-r4.json", "request-r5.json"})
    void nothingInARequestMakesReadingFail(String file) {
        JsonNode sample = Samples.file(file);
        for (long seed = 1; seed <= ROUNDS; seed++) {
            JsonNode request = mutated(sample, new Random(seed));
            try {
                read(request);
            } catch (BadCall refused) {
                assertThat(refused.path()).isNotNull();
            } catch (RuntimeException e) {
                throw new AssertionError("Seed " + seed + " of " + file + ": " + request, e);
            }
        }
    }

    private static void read(JsonNode request) {
        Call call = Samples.call(request);
        Outbound out = Outbound.none(Gap.Cause.NOT_SENT);
        assertThat(new OrderReader().read(call, out).orders()).doesNotContainNull();
        Chart chart = new ChartReader().read(call, Samples.SERVICE, out);
        assertThat(Stream.of(chart.diagnoses(), chart.medications(), chart.labs())
                        .flatMap(section -> section.gaps().stream()))
                .noneMatch(gap -> gap.why() == Gap.Cause.INTERNAL);
    }

    private static JsonNode mutated(JsonNode sample, Random random) {
        JsonNode request = sample.deepCopy();
        for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
            List<JsonNode> containers = new ArrayList<>();
            collect(request.path(random.nextBoolean() ? "context" : "prefetch"), containers);
            if (!containers.isEmpty()) {
                replaceOne(containers.get(random.nextInt(containers.size())), random);
            }
        }
        return request;
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer() && !node.isEmpty()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static void replaceOne(JsonNode container, Random random) {
        JsonNode junk = Samples.json(JUNK.get(random.nextInt(JUNK.size())));
        switch (container) {
            case ObjectNode object -> {
                List<String> names = List.copyOf(object.propertyNames());
                object.set(names.get(random.nextInt(names.size())), junk);
            }
            case ArrayNode array -> array.set(random.nextInt(array.size()), junk);
            default -> throw new AssertionError(container);
        }
    }
}
