package org.pmlguard.bench;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.nimbusds.jose.jwk.Curve;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.pmlguard.tenant.token.Signer;

/**
 * The tokens of an EHR that signs with ES384. Each is good for one call; they are signed before the calls are made, since it is not
 * the signing that is measured.
 */
final class Tokens {

    private static final String ISSUER = "https://ehr.example";
    private static final String PUBLIC = "https://pml.example";

    private final Signer signer = Signer.curve(Curve.P_384, "bench");
    private final Queue<String> ready = new ConcurrentLinkedQueue<>();

    Tokens() {
        AmazonCorrettoCryptoProvider.install();
    }

    /** A server's settings that make it accept these tokens and no call without one. */
    List<String> settings() {
        return List.of(
                "--pmlguard.public-url=" + PUBLIC,
                "--pmlguard.tenants[0].id=bench",
                "--pmlguard.tenants[0].auth=jwt",
                "--pmlguard.tenants[0].issuer=" + ISSUER,
                "--pmlguard.tenants[0].jwks=" + Signer.published(signer).replaceAll("\\s+", ""),
                "--pmlguard.tenants[0].calls-per-second=0",
                "--pmlguard.tenants[0].calls-at-once=0");
    }

    /** Makes sure that so many are ready. */
    void stock(int wanted) {
        // Those of an earlier time would no longer be valid some day.
        ready.clear();
        IntStream.range(0, wanted).parallel().forEach(n -> ready.add(signed()));
    }

    String next() {
        String token = ready.poll();
        return token == null ? signed() : token;
    }

    private String signed() {
        return signer.token(
                signer.header("ES384").toString(),
                Signer.claims(ISSUER, PUBLIC + "/cds-services/pml-order-sign", Instant.now())
                        .toString());
    }
}
