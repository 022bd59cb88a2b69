package org.pmlguard.bench.part;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.pmlguard.tenant.token.KeySet;
import org.pmlguard.tenant.token.Signatures;
import org.pmlguard.tenant.token.Signer;
import org.pmlguard.tenant.token.TokenVerifier;
import org.pmlguard.tenant.token.Trust;

/** The token of a call, from the header to the tenant, with the fastest provider of this platform. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TokenBenchmark {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final String ISSUER = "https://ehr.example";

    @Param({"ES384", "ES256", "RS384"})
    public String algorithm = "ES384";

    private final TokenVerifier verifier = new TokenVerifier((issuer, id, over) -> true, CLOCK);
    private List<String> authorization = List.of();
    private List<Trust> trusts = List.of();

    @Setup
    public void sign() {
        Signer signer = switch (algorithm) {
            case "ES384" -> Signer.curve(Curve.P_384, "k");
            case "ES256" -> Signer.curve(Curve.P_256, "k");
            default -> Signer.rsa("k", "SHA384withRSA");
        };
        String claims =
                Signer.claims(ISSUER, "https://pml.example/x", CLOCK.instant()).toString();
        authorization =
                List.of("Bearer " + signer.token(signer.header(algorithm).toString(), claims));
        trusts = List.of(trust(KeySet.read(Signer.published(signer), Signatures.fastest())));
    }

    private Trust trust(KeySet keys) {
        return new Trust(
                "t",
                ISSUER,
                keys,
                Set.of(JWSAlgorithm.parse(algorithm)),
                List.of("https://pml.example"),
                Optional.empty(),
                Duration.ofMinutes(5));
    }

    @Benchmark
    public String verify() {
        return verifier.caller(authorization, "/x", issuer -> trusts);
    }
}
