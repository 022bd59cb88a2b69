package org.pmlguard.tenant.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An EHR's signing key. Signs whatever text it is given, right or wrong. */
public final class Signer {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private final JWK key;
    private final String jca;

    private Signer(JWK key, String jca) {
        this.key = key;
        this.jca = jca;
    }

    public static Signer curve(Curve curve, String kid) {
        String hash = curve.equals(Curve.P_256) ? "SHA256" : curve.equals(Curve.P_384) ? "SHA384" : "SHA512";
        try {
            return new Signer(new ECKeyGenerator(curve).keyID(kid).generate(), hash + "withECDSAinP1363Format");
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Signer rsa(String kid, String jca) {
        try {
            return new Signer(new RSAKeyGenerator(2048).keyID(kid).generate(), jca);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public JWK key() {
        return key;
    }

    /** The key set a tenant with these keys would publish. */
    public static String published(Signer... signers) {
        return new JWKSet(List.of(signers).stream().map(Signer::key).toList()).toString(true);
    }

    /** A header that names the key. */
    public ObjectNode header(String algorithm) {
        return JSON.createObjectNode().put("alg", algorithm).put("typ", "JWT").put("kid", key.getKeyID());
    }

    /** Claims that are right, for five minutes from now. */
    public static ObjectNode claims(String issuer, String audience, Instant now) {
        ObjectNode claims = JSON.createObjectNode().put("iss", issuer).put("aud", audience);
        claims.put("iat", now.getEpochSecond()).put("exp", now.getEpochSecond() + 300);
        return claims.put("jti", UUID.randomUUID().toString());
    }

    /** A compact token: the parts as they stand, and a signature over them. */
    public String token(String header, String payload) {
        String signed = base64(header) + "." + base64(payload);
        return signed + "." + base64(signature(signed));
    }

    public byte[] signature(String signed) {
        try {
            Signature signature = Signature.getInstance(jca);
            signature.initSign(secret());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private PrivateKey secret() throws JOSEException {
        return key instanceof RSAKey rsa ? rsa.toPrivateKey() : ((ECKey) key).toPrivateKey();
    }

    public static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
