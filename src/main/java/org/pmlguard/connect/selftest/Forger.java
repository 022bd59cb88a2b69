package org.pmlguard.connect.selftest;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Signs tokens as an EHR would, right ones and wrong ones, with keys that live as long as one run. */
final class Forger {

    static final String ISSUER = "https://ehr.doctor.example";

    private final ECKey curve;
    private final RSAKey rsa;
    private final String base;

    private Forger(ECKey curve, RSAKey rsa, String base) {
        this.curve = curve;
        this.rsa = rsa;
        this.base = base;
    }

    /** @param base the address the tokens are made for, without a closing slash */
    static Forger of(String base) {
        try {
            return new Forger(
                    new ECKeyGenerator(Curve.P_384).keyID("curve+/=").generate(),
                    new RSAKeyGenerator(2048).keyID("rsa").generate(),
                    base);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The public keys, as an EHR publishes them. */
    String published() {
        return new JWKSet(List.of(curve, rsa)).toString(true);
    }

    /** A token by the curve for a path, with something changed about its claims. */
    String token(String path, Consumer<JWTClaimsSet.Builder> change) {
        return signed(header(JWSAlgorithm.ES384, curve.getKeyID()).build(), path, change, this::curveSigner);
    }

    /** A good token by RSA. */
    String byRsa(String path) {
        return signed(
                header(JWSAlgorithm.RS384, rsa.getKeyID()).build(), path, claims -> {}, () -> new RSASSASigner(rsa));
    }

    /** A token that says where its keys are. */
    String withKeysAt(String path, URI address) {
        return signed(
                header(JWSAlgorithm.ES384, curve.getKeyID()).jwkURL(address).build(),
                path,
                claims -> {},
                this::curveSigner);
    }

    /** A token signed with the published key as if it were a secret. */
    String bySecret(String path) {
        byte[] published = rsa.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
        return signed(
                header(JWSAlgorithm.HS256, rsa.getKeyID()).build(), path, claims -> {}, () -> new MACSigner(published));
    }

    /** A token that says it needs no signature. */
    String unsigned(String path) {
        return base64("{\"alg\":\"none\",\"typ\":\"JWT\",\"kid\":\"" + curve.getKeyID() + "\"}") + "."
                + base64(claims(path).build().toString()) + ".";
    }

    /** A good token whose signature belongs to another one. */
    String tampered(String path) {
        String good = token(path, claims -> {});
        String other = token(path, claims -> {});
        return good.substring(0, good.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    }

    private interface Maker {
        JWSSigner signer() throws JOSEException;
    }

    private JWSSigner curveSigner() throws JOSEException {
        return new ECDSASigner(curve);
    }

    private String signed(JWSHeader header, String path, Consumer<JWTClaimsSet.Builder> change, Maker maker) {
        JWTClaimsSet.Builder claims = claims(path);
        change.accept(claims);
        try {
            SignedJWT token = new SignedJWT(header, claims.build());
            token.sign(maker.signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("JavaUtilDate") // the library's own type
    private JWTClaimsSet.Builder claims(String path) {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(base + path)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(240)))
                .jwtID(UUID.randomUUID().toString());
    }

    private static JWSHeader.Builder header(JWSAlgorithm algorithm, String key) {
        return new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT).keyID(key);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
