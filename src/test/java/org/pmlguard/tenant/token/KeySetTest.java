package org.pmlguard.tenant.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySetTest {

    private static final String GOOD =
            Signer.curve(Curve.P_384, "good").key().toPublicJWK().toJSONString();

    private static KeySet read(String... keys) {
        return KeySet.read("{\"keys\":[" + String.join(",", keys) + "]}", Signatures.ofTheJdk());
    }

    @Test
    void aGoodKeyIsFoundByItsId() {
        KeySet keys = read(GOOD);
        assertThat(keys.faults()).isEmpty();
        assertThat(keys.key("good")).isPresent();
        assertThat(keys.key("Good")).isEmpty();
    }

    @Test
    void ofTwoKeysWithOneIdNeitherIsUsed() {
        KeySet keys =
                read(GOOD, Signer.curve(Curve.P_384, "good").key().toPublicJWK().toJSONString());
        assertThat(keys.isEmpty()).isTrue();
        assertThat(keys.faults()).containsExactly("key 2 has the kid of another; neither can be trusted");
    }

    @Test
    void keysThatCannotBeTrustedAreLeftOutWithTheReason() throws Exception {
        String small = new RSAKeyGenerator(1024, true)
                .keyID("small")
                .generate()
                .toPublicJWK()
                .toJSONString();
        KeySet keys = read(
                GOOD,
                GOOD.replace("\"good\"", "\"enc\"").replaceFirst("\\{", "{\"use\":\"enc\","),
                "{\"kty\":\"oct\",\"kid\":\"oct\",\"k\":\"c2VjcmV0\"}",
                GOOD.replace("\"kid\":\"good\",", ""),
                Signer.curve(Curve.P_384, "private").key().toJSONString(),
                small);
        assertThat(keys.faults())
                .containsExactly(
                        "key 2 is for encryption",
                        "key 3 is a secret; publish the public part only",
                        "key 4 has no kid",
                        "key 5 is a secret; publish the public part only",
                        "key 6 is RSA of less than 2048 bits");
        assertThat(keys.key("good")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[7]}", "<html>"})
    void whatIsNoSetIsRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> KeySet.read(text, Signatures.ofTheJdk()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a JSON Web Key Set");
    }
}
