package org.pmlguard.tenant.token;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of a JSON Web Key Set that may be used, by their id, and why the others may not. */
public final class KeySet implements Keys {

    /** More is no set of an EHR but an attempt to keep us busy. */
    static final int MOST = 20;

    private static final int SHORTEST_RSA = 2048;
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private final Map<String, SigningKey> keys = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private KeySet() {}

    /**
     * Reads a set.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static KeySet read(String json, Signatures signatures) {
        KeySet read = new KeySet();
        read.addAll(parsed(json), signatures);
        return read;
    }

    /** One sentence for each key that is not used; empty if all are. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    public boolean isEmpty() {
        return keys.isEmpty();
    }

    /** How many of the keys can be used with one of these algorithms. */
    public long fitting(Set<JWSAlgorithm> algorithms) {
        return keys.values().stream()
                .filter(key -> algorithms.stream().anyMatch(key::takes))
                .count();
    }

    @Override
    public Optional<SigningKey> key(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static List<JWK> parsed(String json) {
        try {
            List<JWK> keys = JWKSet.parse(json).getKeys();
            if (keys.size() > MOST) {
                throw new IllegalArgumentException("must hold at most " + MOST + " keys");
            }
            return keys;
        } catch (ParseException e) {
            throw new IllegalArgumentException("must be a JSON Web Key Set", e);
        }
    }

    private void addAll(List<JWK> all, Signatures signatures) {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < all.size(); n++) {
            Optional<String> fault = fault(all.get(n), seen);
            if (fault.isPresent()) {
                faults.add("key " + (n + 1) + " " + fault.get());
            } else {
                add(all.get(n), signatures, n);
            }
        }
    }

    private Optional<String> fault(JWK key, Set<String> seen) {
        if (key.getKeyID() == null) {
            return Optional.of("has no kid");
        }
        if (!seen.add(key.getKeyID())) {
            keys.remove(key.getKeyID());
            return Optional.of("has the kid of another; neither can be trusted");
        }
        return key.isPrivate() ? Optional.of("is a secret; publish the public part only") : unfit(key);
    }

    private static Optional<String> unfit(JWK key) {
        if (KeyUse.ENCRYPTION.equals(key.getKeyUse())) {
            return Optional.of("is for encryption");
        }
        return switch (key) {
            case RSAKey rsa when rsa.size() < SHORTEST_RSA -> Optional.of("is RSA of less than 2048 bits");
            case ECKey curve when !CURVES.contains(curve.getCurve()) -> Optional.of("is on a curve we do not use");
            case RSAKey rsa -> Optional.empty();
            case ECKey curve -> Optional.empty();
            default -> Optional.of("is neither RSA nor elliptic curve");
        };
    }

    private void add(JWK key, Signatures signatures, int n) {
        try {
            keys.put(key.getKeyID(), new SigningKey(signatures.verifier(key), meant(key.getAlgorithm())));
        } catch (JOSEException | RuntimeException e) { // providers throw what they like on a crooked key
            faults.add("key " + (n + 1) + " is not valid");
        }
    }

    private static Optional<JWSAlgorithm> meant(@Nullable Algorithm algorithm) {
        return Optional.ofNullable(algorithm).map(Algorithm::getName).map(JWSAlgorithm::parse);
    }
}
