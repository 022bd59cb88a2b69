package org.pmlguard.tenant;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.pmlguard.tenant.token.KeySet;
import org.pmlguard.tenant.token.Signatures;
import org.pmlguard.tenant.token.Signer;
import org.pmlguard.tenant.token.Trust;

/** A registry of many tenants, each with an issuer of its own. */
public final class ManyTenants {

    private ManyTenants() {}

    /** What is looked up in it for each call: the keys of the issuer, then the tenant; here of the last one. */
    public static Supplier<?> finding(int many) {
        KeySet keys = KeySet.read(Signer.published(Signer.curve(Curve.P_384, "k")), Signatures.ofTheJdk());
        Registry registry = new Registry(IntStream.range(0, many)
                .mapToObj(n -> registration("t" + n, keys))
                .toList());
        String last = "t" + (many - 1);
        return () -> List.of(registry.under(issuer(last)), registry.tenant(last));
    }

    private static Registration registration(String id, KeySet keys) {
        Trust trust = new Trust(
                id,
                issuer(id),
                keys,
                Set.of(JWSAlgorithm.ES384),
                List.of("https://pml.example"),
                Optional.empty(),
                Duration.ofMinutes(5));
        return new Registration(new Tenant(id, Tenant.Auth.JWT, List.of()), Optional.of(trust));
    }

    private static String issuer(String id) {
        return "https://" + id + ".example";
    }
}
