package org.pmlguard.tenant.token;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.Provider;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes verifiers of signatures. Those of elliptic curves use the Amazon Corretto Crypto Provider where it has a native
 * library for the platform, since it needs about an eighth of the time of the JDK's; elsewhere the JDK's.
 */
public final class Signatures {

    private static final Logger LOG = LoggerFactory.getLogger(Signatures.class);

    private final Supplier<Optional<Provider>> curves;

    private Signatures(Supplier<Optional<Provider>> curves) {
        this.curves = curves;
    }

    /** Loaded when the first key of an elliptic curve is: a trial has none, and starts faster without. */
    private static final class Corretto {
        static final Optional<Provider> WORKING = corretto();
    }

    /** With the fastest provider this platform has. */
    public static Signatures fastest() {
        return new Signatures(() -> Corretto.WORKING);
    }

    /** With what the JDK brings. */
    public static Signatures ofTheJdk() {
        return new Signatures(Optional::empty);
    }

    /** The name of the provider that checks signatures of elliptic curves. */
    public String curveProvider() {
        return curves.get().map(Provider::getName).orElse("the JDK's");
    }

    /** A verifier for an RSA or elliptic curve key. */
    JWSVerifier verifier(JWK key) throws JOSEException {
        return switch (key) {
            case ECKey curve -> curve(curve);
            case RSAKey rsa -> new RSASSAVerifier(rsa.toRSAPublicKey());
            default -> throw new JOSEException("no key for signatures");
        };
    }

    private JWSVerifier curve(ECKey key) throws JOSEException {
        Optional<Provider> faster = curves.get();
        if (faster.isEmpty()) {
            return new ECDSAVerifier(key.toECPublicKey());
        }
        ECDSAVerifier verifier = new ECDSAVerifier(key.toECPublicKey(faster.get()));
        verifier.getJCAContext().setProvider(faster.get());
        return verifier;
    }

    private static Optional<Provider> corretto() {
        AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
        boolean works = provider.getLoadingError() == null && provider.runSelfTests() == SelfTestStatus.PASSED;
        LOG.info("signatures of elliptic curves are checked by {}", works ? provider.getName() : "the JDK");
        return works ? Optional.of(provider) : Optional.empty();
    }
}
