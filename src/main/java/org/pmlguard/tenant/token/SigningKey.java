package org.pmlguard.tenant.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jwt.SignedJWT;
import java.util.Optional;

/**
 * A public key a tenant signs with.
 *
 * @param verifier checks signatures with it; it knows which algorithms its kind of key and curve can be used with
 * @param only the one algorithm its publisher meant it for, if he said so
 */
record SigningKey(JWSVerifier verifier, Optional<JWSAlgorithm> only) {

    /** Whether this key signed the token. A token for another kind of key is not signed by this one. */
    boolean signed(SignedJWT token) {
        return takes(token.getHeader().getAlgorithm()) && verifies(token);
    }

    /** Whether tokens of this algorithm may be signed with this key. */
    boolean takes(JWSAlgorithm algorithm) {
        return verifier.supportedJWSAlgorithms().contains(algorithm)
                && only.map(algorithm::equals).orElse(true);
    }

    private boolean verifies(SignedJWT token) {
        try {
            return token.verify(verifier);
        } catch (JOSEException | IllegalArgumentException e) {
            return false;
        }
    }
}
