package org.pmlguard.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.pmlguard.tenant.token.KeySet;
import org.pmlguard.tenant.token.NotTrusted;
import org.pmlguard.tenant.token.RememberedTokenIds;
import org.pmlguard.tenant.token.Signatures;
import org.pmlguard.tenant.token.Signer;
import org.pmlguard.tenant.token.TokenVerifier;
import org.pmlguard.tenant.token.Trust;

@Tag("fuzz")
class TokenFuzzTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private static final TokenVerifier TOKENS = new TokenVerifier(new RememberedTokenIds(CLOCK), CLOCK);
    private static final Trust TRUST = new Trust(
            "mary",
            "https://ehr.example",
            KeySet.read(Signer.published(Signer.curve(Curve.P_256, "k")), Signatures.ofTheJdk()),
            Set.of(JWSAlgorithm.ES256, JWSAlgorithm.RS256),
            List.of("https://pml.example"),
            Optional.empty(),
            Duration.ofMinutes(5));

    @FuzzTest(maxExecutions = 100_000)
    void aTokenThatIsNotOursIsRefused(byte[] token) {
        String header = "Bearer " + new String(token, StandardCharsets.ISO_8859_1);
        boolean refused = false;
        try {
            TOKENS.caller(List.of(header), "/cds-services/pml-order-sign", issuer -> List.of(TRUST));
        } catch (NotTrusted fault) {
            refused = true;
        }
        if (!refused) {
            throw new AssertionError("let in");
        }
    }
}
