package org.pmlguard.review;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** A hospital's identity provider. */
final class Provider {

    static final String CLIENT = "pml-desk";
    static final RSAKey KEY = key();
    static final RSAKey FOREIGN = key();

    private static final WireMockServer SERVER = started();

    private Provider() {}

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("one").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        String base = "http://localhost:" + server.port();
        server.stubFor(get("/.well-known/openid-configuration")
                .willReturn(okJson("{\"issuer\":\"" + base + "\",\"authorization_endpoint\":\"" + base
                        + "/authorize\",\"token_endpoint\":\"" + base + "/token\",\"jwks_uri\":\"" + base
                        + "/jwks\",\"end_session_endpoint\":\"" + base
                        + "/leave\",\"subject_types_supported\":[\"public\"],\"response_types_supported\":[\"code\"],"
                        + "\"id_token_signing_alg_values_supported\":[\"RS256\"]}")));
        server.stubFor(get("/jwks").willReturn(okJson(new JWKSet(KEY).toString())));
        server.stubFor(get(urlPathEqualTo("/authorize")).willReturn(aResponse().withBody("Log in here")));
        server.stubFor(get(urlPathEqualTo("/leave")).willReturn(aResponse().withBody("You left")));
        return server;
    }

    static WireMockServer server() {
        return SERVER;
    }

    static String issuer() {
        return "http://localhost:" + SERVER.port();
    }

    /** The next code is exchanged for this ID token. */
    static void gives(String idToken) {
        SERVER.stubFor(post("/token")
                .willReturn(okJson("{\"access_token\":\"not-needed\",\"token_type\":\"Bearer\",\"expires_in\":300,"
                        + "\"id_token\":\"" + idToken + "\"}")));
    }

    /** Claims of a token that is as it should be. */
    static JWTClaimsSet.Builder claims(String nonce, String name, String... roles) {
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .subject("subject-of-" + name)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                .claim("nonce", nonce)
                .claim("preferred_username", name)
                .claim("realm_access", Map.of("roles", List.of(roles)));
    }

    static String signed(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
