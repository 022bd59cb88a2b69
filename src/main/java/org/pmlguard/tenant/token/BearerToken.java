package org.pmlguard.tenant.token;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A signed token as it came in the {@code Authorization} header: well formed, and not verified yet. */
final class BearerToken {

    private static final Pattern HEADER =
            Pattern.compile("Bearer +([\\w-]+\\.[\\w-]+\\.[\\w-]+)", Pattern.CASE_INSENSITIVE);

    private final SignedJWT token;
    private final Claims claims;

    private BearerToken(SignedJWT token, Claims claims) {
        this.token = token;
        this.claims = claims;
    }

    /**
     * Reads the one token among the headers.
     *
     * @throws NotTrusted if there is none, more than one, or one that is not well formed
     */
    static BearerToken read(List<String> authorization) {
        if (authorization.size() != 1) {
            throw new NotTrusted(Fault.NO_TOKEN);
        }
        Matcher header = HEADER.matcher(authorization.getFirst().strip());
        if (!header.matches()) {
            throw new NotTrusted(Fault.MALFORMED);
        }
        return parsed(header.group(1));
    }

    Claims claims() {
        return claims;
    }

    JWSHeader header() {
        return token.getHeader();
    }

    boolean isSignedBy(SigningKey key) {
        return key.signed(token);
    }

    private static BearerToken parsed(String compact) {
        try {
            SignedJWT token = SignedJWT.parse(compact);
            Map<String, Object> payload = token.getPayload().toJSONObject();
            if (payload == null || !isCanonical(compact) || !isPlain(token.getHeader())) {
                throw new NotTrusted(Fault.MALFORMED);
            }
            return new BearerToken(token, Claims.read(payload));
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw new NotTrusted(Fault.MALFORMED);
        }
    }

    /** Base 64 lets the last character be written in several ways; a second spelling of a token is not a second token. */
    private static boolean isCanonical(String compact) {
        return Pattern.compile("\\.")
                .splitAsStream(compact)
                .allMatch(part -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(Base64.getUrlDecoder().decode(part))
                        .equals(part));
    }

    /** A key id, a type that is a JWT if it is told, and no extension that changes what is signed. */
    private static boolean isPlain(JWSHeader header) {
        boolean isJwt = header.getType() == null
                || "JWT".equalsIgnoreCase(header.getType().getType());
        return isJwt
                && header.getKeyID() != null
                && header.getCriticalParams() == null
                && !header.getIncludedParams().contains("b64")
                && Optional.ofNullable(header.getContentType()).isEmpty();
    }
}
