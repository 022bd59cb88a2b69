package org.pmlguard.bench;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.pmlguard.tenant.token.KeySet;
import org.pmlguard.tenant.token.Signatures;
import org.pmlguard.tenant.token.Signer;
import org.pmlguard.tenant.token.TokenVerifier;
import org.pmlguard.tenant.token.Trust;

/**
 * What it costs to verify the token of a call, from the header to the tenant, with the JDK's provider and with the faster
 * one. CPU time of the thread, which other programs on the machine disturb least; the providers take turns.
 */
public final class SignatureBenchmark {

    private static final int TOKENS = 300;
    private static final int ROUNDS = 7;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private SignatureBenchmark() {}

    public static void main(String[] arguments) {
        for (Kind kind : List.of(
                new Kind(JWSAlgorithm.ES384, Signer.curve(Curve.P_384, "k")),
                new Kind(JWSAlgorithm.ES256, Signer.curve(Curve.P_256, "k")),
                new Kind(JWSAlgorithm.RS384, Signer.rsa("k", "SHA384withRSA")))) {
            measure(kind);
        }
    }

    private record Kind(JWSAlgorithm algorithm, Signer signer) {

        List<String> tokens() {
            return IntStream.range(0, TOKENS)
                    .mapToObj(n -> signer.token(
                            signer.header(algorithm.getName()).toString(),
                            Signer.claims("https://ehr.example", "https://pml.example/x", Instant.now())
                                    .toString()))
                    .toList();
        }

        Trust trust(Signatures signatures) {
            KeySet keys = KeySet.read(Signer.published(signer), signatures);
            return new Trust(
                    "t",
                    "https://ehr.example",
                    keys,
                    Set.of(algorithm),
                    List.of("https://pml.example"),
                    Optional.empty(),
                    Duration.ofMinutes(5));
        }
    }

    private static void measure(Kind kind) {
        List<String> tokens = kind.tokens();
        Trust slow = kind.trust(Signatures.ofTheJdk());
        Trust fast = kind.trust(Signatures.fastest());
        long[] ofTheJdk = new long[ROUNDS];
        long[] fastest = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ofTheJdk[round] = micros(tokens, slow);
            fastest[round] = micros(tokens, fast);
        }
        System.out.printf(
                "%s: the JDK %s us, %s %s us of CPU for each token; %d rounds of %d%n",
                kind.algorithm(),
                spread(ofTheJdk),
                Signatures.fastest().curveProvider(),
                spread(fastest),
                ROUNDS,
                TOKENS);
    }

    private static long micros(List<String> tokens, Trust trust) {
        TokenVerifier verifier = new TokenVerifier((issuer, id, over) -> true, Clock.systemUTC());
        long before = CPU.getCurrentThreadCpuTime();
        tokens.forEach(token -> verifier.caller(List.of("Bearer " + token), "/x", issuer -> List.of(trust)));
        return (CPU.getCurrentThreadCpuTime() - before) / 1_000 / tokens.size();
    }

    /** The median of the rounds, and the least and the most of all but the first, which warms up. */
    private static String spread(long[] rounds) {
        long[] warm = java.util.Arrays.stream(rounds).skip(1).sorted().toArray();
        return "%d (%d-%d)".formatted(warm[warm.length / 2], warm[0], warm[warm.length - 1]);
    }
}
