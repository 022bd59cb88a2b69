package org.pmlguard.hook;

import com.nimbusds.jose.jwk.Curve;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pmlguard.tenant.token.Signer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Values of the {@code Authorization} header that must not open the door, each by its name. Unless the name says otherwise
 * everything about a token is right but the one thing.
 */
final class BadTokens {

    /** The order of the curve P-384: as r and s it is as good as zero. */
    private static final BigInteger ORDER = new BigInteger(
            "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973", 16);

    private final Map<String, String> all = new LinkedHashMap<>();
    private final Ehr ehr;
    private final Signer signer;
    private final Instant now;

    /** What the tenant is registered with. */
    record Ehr(String issuer, String endpoint, String base, String sink, Signer curve, Signer rsa, Signer neighbour) {}

    private BadTokens(Ehr ehr, Instant now) {
        this.ehr = ehr;
        this.signer = ehr.curve();
        this.now = now;
    }

    static Map<String, String> of(Ehr ehr, Instant now) {
        BadTokens tokens = new BadTokens(ehr, now);
        tokens.shapes();
        tokens.algorithms();
        tokens.signatures();
        tokens.headers();
        tokens.issuers();
        tokens.audiences();
        tokens.times();
        tokens.ids();
        return tokens.all;
    }

    private ObjectNode header() {
        return signer.header("ES384");
    }

    private ObjectNode claims() {
        return Signer.claims(ehr.issuer(), ehr.endpoint(), now);
    }

    private String good() {
        return signer.token(header().toString(), claims().toString());
    }

    private void add(String name, String token) {
        if (all.put(name, "Bearer " + token) != null) {
            throw new IllegalArgumentException("twice: " + name);
        }
    }

    private void header(String name, Consumer<ObjectNode> change) {
        ObjectNode header = header();
        change.accept(header);
        add(name, signer.token(header.toString(), claims().toString()));
    }

    private void claim(String name, Consumer<ObjectNode> change) {
        ObjectNode claims = claims();
        change.accept(claims);
        add(name, signer.token(header().toString(), claims.toString()));
    }

    private void shapes() {
        all.put("scheme only", "Bearer");
        all.put("another scheme", "Basic cG1sOmd1YXJk");
        all.put("no scheme", good());
        all.put("two tokens in one header", "Bearer " + good() + ", Bearer " + good());
        all.put("token and parameter", "Bearer " + good() + " realm=x");
        add("one word", "token");
        add("two parts", Signer.base64(header().toString()) + "." + Signer.base64(claims().toString()));
        add("four parts", good() + ".AAAA");
        add("five parts, as if encrypted", good() + ".AAAA.AAAA");
        add("empty signature", good().replaceAll("\\.[^.]*$", "."));
        add("empty header", good().replaceAll("^[^.]*\\.", "."));
        add("empty payload", good().replaceAll("\\.[^.]*\\.", ".."));
        add("padded signature", good() + "=");
        add("a space inside", good().replaceFirst("\\.", ". "));
        add("signature in the alphabet of plain base 64", plainAlphabet());
        add("header that is no JSON", signer.token("alg=ES384", claims().toString()));
        add("header that is an array", signer.token("[" + header() + "]", claims().toString()));
        add("payload that is no JSON", signer.token(header().toString(), "iss=me"));
        add("payload that is an array", signer.token(header().toString(), "[" + claims() + "]"));
        add("payload that is a text", signer.token(header().toString(), "\"me\""));
        add("payload that is null", signer.token(header().toString(), "null"));
        add("payload nested a thousandfold", signer.token(header().toString(), nested()));
        add("garbage of eight kilobytes", "a".repeat(4_000) + "." + "b".repeat(4_000) + ".c");
    }

    private String plainAlphabet() {
        String token = good();
        while (!token.substring(token.lastIndexOf('.')).matches(".*[-_].*")) {
            token = good();
        }
        int signature = token.lastIndexOf('.');
        return token.substring(0, signature)
                + token.substring(signature).replace('-', '+').replace('_', '/');
    }

    private String nested() {
        String claims = claims().toString();
        return claims.substring(0, claims.length() - 1) + ",\"x\":" + "[".repeat(1_000) + "]".repeat(1_000)
                + ",\"iss\":1}";
    }

    private void algorithms() {
        for (String none : new String[] {"none", "None", "nOnE", "NONE"}) {
            String unsigned = Signer.base64(header().put("alg", none).toString()) + "."
                    + Signer.base64(claims().toString()) + ".";
            add("alg " + none + " without a signature", unsigned);
            add("alg " + none + " with a signature", unsigned + Signer.base64("signature"));
        }
        add(
                "HS256 with the public key as secret",
                symmetric("HS256", ehr.curve().key().toJSONString()));
        add(
                "HS384 with the RSA key as secret",
                symmetric("HS384", ehr.rsa().key().toPublicJWK().toJSONString()));
        add("HS512 with the kid as secret", symmetric("HS512", ehr.curve().key().getKeyID()));
        for (String other :
                new String[] {"ES256", "ES512", "ES256K", "RS384", "RS256", "PS384", "EdDSA", "XX999", ""}) {
            header("alg " + other + " and the key of ES384", header -> header.put("alg", other));
        }
        header("alg absent", header -> header.remove("alg"));
        header("alg a number", header -> header.put("alg", 384));
        header("alg an array", header -> header.putArray("alg").add("ES384"));
        add(
                "PS384, which the tenant does not use",
                ehr.rsa().token(ehr.rsa().header("PS384").toString(), claims().toString()));
        add(
                "the RSA key named, signed by the curve",
                signer.token(ehr.rsa().header("RS384").toString(), claims().toString()));
    }

    private String symmetric(String algorithm, String secret) {
        String signed =
                Signer.base64(header().put("alg", algorithm).toString()) + "." + Signer.base64(claims().toString());
        try {
            Mac mac = Mac.getInstance("HmacSHA" + algorithm.substring(2));
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HMAC"));
            return signed + "." + Signer.base64(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void signatures() {
        signature("r and s zero", signature -> new byte[96]);
        signature("r and s the order of the curve", signature -> twice(ORDER));
        signature("r and s one", signature -> twice(BigInteger.ONE));
        signature("cut short", signature -> java.util.Arrays.copyOf(signature, 95));
        signature("one byte too long", signature -> java.util.Arrays.copyOf(signature, 97));
        signature("r and s exchanged", BadTokens::exchanged);
        signature("one bit changed", signature -> {
            signature[40] ^= 1;
            return signature;
        });
        signature("in DER", BadTokens::der);
        signature("of another token", signature -> Base64.getUrlDecoder().decode(good().replaceAll(".*\\.", "")));
        String[] parts = good().split("\\.", -1);
        add("payload exchanged", parts[0] + "." + Signer.base64(claims().toString()) + "." + parts[2]);
        add("another spelling of the last character", otherSpelling());
        Signer stranger = Signer.curve(Curve.P_384, signer.key().getKeyID());
        add("signed by a stranger under our kid", stranger.token(header().toString(), claims().toString()));
    }

    private void signature(String name, java.util.function.UnaryOperator<byte[]> change) {
        String token = good();
        int end = token.lastIndexOf('.') + 1;
        byte[] signature = Base64.getUrlDecoder().decode(token.substring(end));
        add("signature " + name, token.substring(0, end) + Signer.base64(change.apply(signature)));
    }

    private static byte[] twice(BigInteger number) {
        byte[] signature = new byte[96];
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 48 ? 1 : 0;
        int length = bytes.length - from;
        System.arraycopy(bytes, from, signature, 48 - length, length);
        System.arraycopy(bytes, from, signature, 96 - length, length);
        return signature;
    }

    private static byte[] exchanged(byte[] signature) {
        byte[] other = new byte[96];
        System.arraycopy(signature, 0, other, 48, 48);
        System.arraycopy(signature, 48, other, 0, 48);
        return other;
    }

    private static byte[] der(byte[] signature) {
        try {
            return com.nimbusds.jose.crypto.impl.ECDSA.transcodeSignatureToDER(signature);
        } catch (com.nimbusds.jose.JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An RSA signature of 256 bytes leaves four bits of its last character unused. */
    private String otherSpelling() {
        String token = ehr.rsa().token(ehr.rsa().header("RS384").toString(), claims().toString());
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(token.charAt(token.length() - 1));
        return token.substring(0, token.length() - 1) + alphabet.charAt(last ^ 1);
    }

    private void headers() {
        header("kid absent", header -> header.remove("kid"));
        for (String kid : new String[] {"", "unknown", "../../etc/passwd", "' or 1=1 --", "k\u0000", "*"}) {
            header("kid <" + kid.replace('\u0000', '0') + ">", header -> header.put("kid", kid));
        }
        header("kid a number", header -> header.put("kid", 1));
        header(
                "kid of a neighbour",
                header -> header.put("kid", ehr.neighbour().key().getKeyID()));
        header("jku elsewhere", header -> header.put("jku", ehr.sink() + "/jwks.json"));
        header("jku that begins like ours", header -> header.put("jku", ehr.base() + "/jwks.json@evil.example"));
        header("jku that is no address", header -> header.put("jku", 7));
        Signer stranger = Signer.curve(Curve.P_384, "mine");
        add(
                "key brought along",
                stranger.token(
                        stranger.header("ES384")
                                .set(
                                        "jwk",
                                        Signer.JSON.readTree(
                                                stranger.key().toPublicJWK().toJSONString()))
                                .toString(),
                        claims().toString()));
        add(
                "key brought along under our kid",
                stranger.token(
                        header().set(
                                        "jwk",
                                        Signer.JSON.readTree(
                                                stranger.key().toPublicJWK().toJSONString()))
                                .toString(),
                        claims().toString()));
        add(
                "certificate elsewhere",
                stranger.token(header().put("x5u", ehr.sink() + "/cert.pem").toString(), claims().toString()));
        header("crit unknown", header -> {
            header.putArray("crit").add("exp");
            header.put("exp", 1);
        });
        header("crit b64", header -> {
            header.putArray("crit").add("b64");
            header.put("b64", false);
        });
        header("crit empty", header -> header.putArray("crit"));
        header("b64 without crit", header -> header.put("b64", false));
        header("typ of an access token", header -> header.put("typ", "at+jwt"));
        header("cty of a token in a token", header -> header.put("cty", "JWT"));
        String twice = header().toString().replaceFirst("\\{", "{\"alg\":\"none\",");
        add("alg twice", signer.token(twice, claims().toString()));
    }

    private void issuers() {
        claim("iss absent", claims -> claims.remove("iss"));
        claim("iss unknown", claims -> claims.put("iss", "https://stranger.example"));
        claim("iss with a slash more", claims -> claims.put("iss", ehr.issuer() + "/"));
        claim("iss in capitals", claims -> claims.put("iss", ehr.issuer().toUpperCase(java.util.Locale.ROOT)));
        claim("iss an array", claims -> claims.putArray("iss").add(ehr.issuer()));
        claim("iss of a neighbour", claims -> claims.put("iss", "https://neighbour.example"));
        claim("tenant that is not registered", claims -> claims.put("tenant", "stranger"));
        claim("tenant a number", claims -> claims.put("tenant", 1));
        claim("tenant blank", claims -> claims.put("tenant", " "));
    }

    private void audiences() {
        claim("aud absent", claims -> claims.remove("aud"));
        claim("aud empty", claims -> claims.putArray("aud"));
        claim("aud a number", claims -> claims.put("aud", 1));
        claim("aud of another service", claims -> claims.put("aud", ehr.base() + "/cds-services/pml-order-select"));
        claim("aud of discovery", claims -> claims.put("aud", ehr.base() + "/cds-services"));
        claim("aud of the base", claims -> claims.put("aud", ehr.base()));
        claim(
                "aud of the address on the machine",
                claims -> claims.put("aud", "http://localhost/cds-services/pml-order-sign"));
        claim("aud by http", claims -> claims.put("aud", ehr.endpoint().replace("https:", "http:")));
        claim("aud with a query", claims -> claims.put("aud", ehr.endpoint() + "?x=1"));
        claim(
                "aud with another port",
                claims -> claims.put("aud", ehr.endpoint().replace(".example/", ".example:444/")));
        claim("aud of eleven", claims -> {
            ArrayNode many = claims.putArray("aud");
            for (int n = 0; n < 10; n++) {
                many.add("https://other.example/" + n);
            }
            many.add(ehr.endpoint());
        });
    }

    private void times() {
        long second = now.getEpochSecond();
        claim("exp absent", claims -> claims.remove("exp"));
        claim("exp a text", claims -> claims.put("exp", Long.toString(second + 300)));
        claim("exp null", claims -> claims.putNull("exp"));
        claim("expired 61 s ago", claims -> claims.put("iat", second - 300).put("exp", second - 61));
        claim("exp negative", claims -> claims.put("exp", -1));
        claim("exp beyond all time", claims -> claims.put("exp", Long.MAX_VALUE));
        claim("exp before iat", claims -> claims.put("exp", second - 1));
        claim("exp at iat", claims -> claims.put("exp", second));
        claim("valid for a second too long", claims -> claims.put("exp", second + 301));
        claim("valid for a year", claims -> claims.put("exp", second + 31_536_000));
        claim("iat absent", claims -> claims.remove("iat"));
        claim("iat a text", claims -> claims.put("iat", "now"));
        claim("iat in 61 s", claims -> claims.put("iat", second + 61));
        claim("nbf in 61 s", claims -> claims.put("nbf", second + 61));
        claim("nbf a text", claims -> claims.put("nbf", "now"));
        add(
                "exp twice, over in one of them",
                signer.token(
                        header().toString(),
                        claims().toString().replaceFirst("\\{", "{\"exp\":" + (second - 900) + ",")));
    }

    private void ids() {
        claim("jti absent", claims -> claims.remove("jti"));
        claim("jti empty", claims -> claims.put("jti", ""));
        claim("jti blank", claims -> claims.put("jti", "  "));
        claim("jti a number", claims -> claims.put("jti", 7));
        claim("jti of 256 characters", claims -> claims.put("jti", "j".repeat(256)));
    }
}
