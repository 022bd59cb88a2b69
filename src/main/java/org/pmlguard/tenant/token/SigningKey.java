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
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        return verifier.supportedJWSAlgorithms().contains(algorithm)
                && only.map(algorithm::equals).orElse(true)
                && verifies(token);
    }

    private boolean verifies(SignedJWT token) {
        try {
            return token.verify(verifier);
        } catch (JOSEException | IllegalArgumentException e) {
            return false;
        }
    }
}
