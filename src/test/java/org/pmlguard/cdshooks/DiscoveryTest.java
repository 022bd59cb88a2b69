package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiscoveryTest {

    private static final String WHOLE = """
            {
              "hook": "order-sign",
              "title": "Caf\u00e9",
              "description": "Looks.",  "id": "our-sign",
              "prefetch": {"patient": "Patient/{{context.patientId}}", "labs": "Observation?patient={{context.patientId}}"},
              "usageRequirements": "None.", "version": "2.0.1", "hookVersion": "1.0.2",
              "extension": {"org.example.a": true}
            }""";

    private static String definition(String members) {
        return ("{'hook':'order-sign','description':'Looks.','id':'s1'" + members + "}").replace('\'', '"');
    }

    @Test
    void servesDefinitionsAsTheyStand() {
        String second = definition("");
        Discovery discovery = new Discovery(List.of(WHOLE, second));

        assertThat(new String(discovery.toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"services\":[" + WHOLE + "," + second + "]}");
        assertThat(discovery.services()).map(Service::id).containsExactly("our-sign", "s1");
        assertThat(discovery.service("s1")).map(Service::hook).contains("order-sign");
        assertThat(discovery.service("S1")).isEmpty();
    }

    @Test
    void servesAnEmptyArrayWhenThereAreNoServices() {
        assertThat(new Discovery(List.of()).toJson()).asString().isEqualTo("{\"services\":[]}");
    }

    @Test
    void cannotBeChangedThroughItsBytes() {
        Discovery discovery = new Discovery(List.of());
        discovery.toJson()[0] = 'x';
        assertThat(discovery.toJson()[0]).isEqualTo((byte) '{');
    }

    @Test
    void readsEveryMember() {
        Service service = new Discovery(List.of(WHOLE)).services().getFirst();

        assertThat(service.title()).contains("Caf\u00e9");
        assertThat(service.description()).isEqualTo("Looks.");
        assertThat(service.prefetch()).containsOnlyKeys("patient", "labs");
        assertThat(service.prefetch().keySet()).containsExactly("patient", "labs");
        assertThat(service.template("patient")).map(PrefetchTemplate::text).contains("Patient/{{context.patientId}}");
        assertThat(service.template("unknown")).isEmpty();
        assertThat(service.usageRequirements()).contains("None.");
        assertThat(service.version()).contains("2.0.1");
        assertThat(service.hookVersion()).contains("1.0.2");
        assertThat(service.extension()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "",
                "{'hook':'order-sign','description':'Looks.'}",
                "{'hook':'order-sign','id':'s1'}",
                "{'description':'Looks.','id':'s1'}",
                "{'hook':'','description':'Looks.','id':'s1'}",
                "{'hook':'order-sign','description':null,'id':'s1'}",
                "{'hook':'order-sign','description':'Looks.','id':7}",
                "{'hook':'order-sign','description':'Looks.','id':'a/b'}",
                "{'hook':'order-sign','description':'Looks.','id':''}",
                "{'hook':'order-sign','description':'Looks.','id':'s1','id':'s2'}",
                "{'hook':'order-sign','description':'Looks.','id':'s1'} x",
                "{'hook':'order-sign','description':'Looks.','id':'s1',}"
            })
    void refusesAnInvalidDefinition(String definition) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Discovery(List.of(definition.replace('\'', '"'))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",'title':''",
                ",'title':null",
                ",'title':{}",
                ",'prefetch':{}",
                ",'prefetch':null",
                ",'prefetch':{'a':null}",
                ",'prefetch':{'a':''}",
                ",'prefetch':{'':'Patient/1'}",
                ",'prefetch':{'a':'Patient/{{Patient.id}}'}",
                ",'prefetch':{'a':'Patient/{{context.draftOrders}}'}",
                ",'prefetch':{'a':'Observation?date=ge1&date=le2'}",
                ",'extension':{}",
                ",'extension':[]",
                ",'usageRequirements':' '",
                ",'user':'x'"
            })
    void refusesAnInvalidMember(String member) {
        assertThat(new Discovery(List.of(definition(""))).services()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Discovery(List.of(definition(member))));
    }

    @Test
    void refusesARepeatedId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discovery(List.of(definition(""), definition(""))))
                .withMessageContaining("unique");
    }

    @Test
    void offersOnlyTheTokensOfTheHook() {
        assertThat(service("order-dispatch", "{{context.performer}}")).isPresent();
        assertThat(service("our-own-hook", "Ward/{{context.ward}}")).isPresent();
        assertThatIllegalArgumentException().isThrownBy(() -> service("order-dispatch", "{{context.userId}}"));
        assertThatIllegalArgumentException().isThrownBy(() -> service("order-sign", "{{context.performer}}"));
    }

    private static Optional<PrefetchTemplate> service(String hook, String template) {
        String definition = definition(",'prefetch':{'key':'" + template + "'}").replace("order-sign", hook);
        return new Discovery(List.of(definition)).services().getFirst().template("key");
    }
}
