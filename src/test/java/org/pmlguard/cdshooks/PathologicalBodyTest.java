package org.pmlguard.cdshooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathologicalBodyTest {

    private static final String SIGN = """
            {"hook":"order-sign","hookInstance":"\u00e4\u4E2D\\ud83d\\ude00","context":{"patientId":"p1","draftOrders":
            {"resourceType":"Bundle","entry":[{"resource":{"resourceType":"MedicationRequest","id":"m1","n":-1.5e3,"b":true}}]}},
            "prefetch":{"a":null,"b":{"resourceType":"Bundle","link":[{"relation":"next","url":"https://ehr.example"}]}}}""";

    private final CallReader reader = new CallReader();
    private final Service sign = Bodies.service("order-sign");

    @Test
    void refusesABodyTruncatedAtAnyByte() {
        byte[] whole = SIGN.getBytes(StandardCharsets.UTF_8);
        assertThatNoException().isThrownBy(() -> reader.read(whole, sign));
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(BadCall.class)
                    .as("the first %d bytes", length)
                    .isThrownBy(() -> reader.read(part, sign));
        }
    }

    @Test
    void answersAnyDamagedBodyWithACallOrARefusal() {
        Random random = new Random(19);
        byte[] whole = SIGN.getBytes(StandardCharsets.UTF_8);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            for (int hits = 0; hits < 1 + random.nextInt(3); hits++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += refuses(damaged) ? 1 : 0;
        }
        assertThat(refused).isBetween(1_000, 4_999);
    }

    /** Anything but a call or a {@link BadCall} fails the test by itself. */
    private boolean refuses(byte[] body) {
        try {
            Call call = reader.read(body, sign);
            ((Context.Orders) call.context()).selected();
            assertThat(call.prefetch().everything()).doesNotContainNull();
            return false;
        } catch (BadCall bad) {
            return true;
        }
    }

    @Test
    void readsAHundredLevelsAndRefusesMore() {
        assertThat(refuses(nested(97))).isFalse();
        assertThat(refuses(nested(98))).isFalse();
        assertThat(refuses(nested(99))).isTrue();
        assertThat(refuses(nested(100_000))).isTrue();
    }

    /** Adds two levels for the body and the context. */
    private static byte[] nested(int levels) {
        return ("{\"hook\":\"order-sign\",\"context\":{\"patientId\":\"p1\",\"draftOrders\":" + "[".repeat(levels)
                        + "]".repeat(levels) + "}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "Infinity",
                "-Infinity",
                "01",
                "+1",
                ".5",
                "1.",
                "0x1F",
                "1e",
                "--1",
                "undefined",
                "'",
                "\u0000"
            })
    void refusesNumbersThatAreNone(String number) {
        assertThat(refuses(with(number))).isTrue();
    }

    @Test
    void readsNumbersOfAHundredDigitsAndRefusesLongerOnes() {
        assertThat(refuses(with("9".repeat(100)))).isFalse();
        assertThat(refuses(with("9".repeat(101)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e400", "1e999999999", "-1e-999999999", "1e2147483647", "1e2147483648", "1e99999999999999999999"
            })
    void survivesNumbersNoMachineCanHold(String number) {
        assertThatNoException().isThrownBy(() -> refuses(with(number)));
        assertThatNoException().isThrownBy(() -> refuses(Bodies.bytes("""
                {'hook':'order-sign','fhirServer':'https://ehr.example',
                 'fhirAuthorization':{'access_token':'t','expires_in':%s},
                 'context':{'patientId':%s,'draftOrders':[]}}""".formatted(number, number))));
    }

    @Test
    void readsStringsOfAMillionCharactersAndRefusesLongerOnes() {
        assertThat(refuses(with("\"" + "x".repeat(1_000_000) + "\""))).isFalse();
        assertThat(refuses(with("\"" + "x".repeat(1_000_100) + "\""))).isTrue();
    }

    @Test
    void refusesNamesLongerThan256Characters() {
        assertThat(refuses(with("{\"" + "n".repeat(256) + "\":1}"))).isFalse();
        assertThat(refuses(with("{\"" + "n".repeat(300) + "\":1}"))).isTrue();
    }

    @Test
    void echoesHalfASurrogatePairAsAQuestionMark() {
        Context.Orders orders = Bodies.orders(
                "order-sign",
                "{'patientId':'p1','draftOrders':[{'resourceType':'Task','id':'t1','note':'a\\ud83dz'}]}");
        FhirJson task = new FhirJson(orders.drafts().getFirst());
        byte[] json =
                new CardsResponse(List.of(), List.of(new Action.Update("Changes \udc00 the task", task))).toJson();

        assertThat(Bodies.json(json).at("/systemActions/0/resource/note").asString())
                .isEqualTo("a?z");
        assertThat(Bodies.json(json).at("/systemActions/0/description").asString())
                .isEqualTo("Changes ? the task");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        byte[] body = with("\"x\"");
        int quoted = new String(body, StandardCharsets.ISO_8859_1).indexOf("\"x\"") + 1;
        body[quoted] = (byte) 0xFF;
        assertThat(refuses(body)).isTrue();
    }

    private static byte[] with(String value) {
        return ("{\"hook\":\"order-sign\",\"surprise\":" + value
                        + ",\"context\":{\"patientId\":\"p1\",\"draftOrders\":[]}}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
