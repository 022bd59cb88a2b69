package org.pmlguard.tenant.token;

import com.nimbusds.jose.JWSHeader;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/**
 * Verifies the token of a call. What is cheap comes first, so that a bad token costs little; the key is looked for only when
 * all that needs no key is right, and the token is marked as used only when its signature is.
 */
public final class TokenVerifier {

    private final TokenIds ids;
    private final Clock clock;

    public TokenVerifier(TokenIds ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Whose call it is: the id of the tenant.
     *
     * @param authorization all values of the {@code Authorization} header
     * @param endpoint the path that was called
     * @param registered who is registered under an issuer
     * @throws NotTrusted if anything about the token is wrong
     */
    public String caller(List<String> authorization, String endpoint, Function<String, List<Trust>> registered) {
        BearerToken token = BearerToken.read(authorization);
        Trust trust = named(token.claims(), registered.apply(token.claims().issuer()));
        verify(token, endpoint, trust);
        return trust.tenant();
    }

    /** Some vendors sign for all their customers; the tenant claim tells whose call it is. */
    private static Trust named(Claims claims, List<Trust> registered) {
        require(!registered.isEmpty(), Fault.ISSUER);
        return registered.stream()
                .filter(trust -> trust.claim().equals(claims.tenant()))
                .findFirst()
                .orElseThrow(() -> new NotTrusted(Fault.TENANT));
    }

    private void verify(BearerToken token, String endpoint, Trust trust) {
        Claims claims = token.claims();
        require(trust.algorithms().contains(token.header().getAlgorithm()), Fault.ALGORITHM);
        require(trust.isAddressed(claims.audience(), endpoint), Fault.AUDIENCE);
        require(claims.isInForce(clock.instant(), trust.longestLife()), Fault.TIME);
        require(namesOurAddress(token.header(), trust.keys()), Fault.KEY);
        SigningKey key = trust.keys().key(token.header().getKeyID()).orElseThrow(() -> new NotTrusted(Fault.KEY));
        require(token.isSignedBy(key), Fault.SIGNATURE);
        require(ids.isFirstUse(claims.issuer(), claims.id(), claims.over()), Fault.REPLAY);
    }

    /** The address of keys in a token is compared with the registered one, never called. */
    private static boolean namesOurAddress(JWSHeader header, Keys keys) {
        URI named = header.getJWKURL();
        return named == null
                || !(keys instanceof PublishedKeys published)
                || published.address().equals(named);
    }

    private static void require(boolean holds, Fault otherwise) {
        if (!holds) {
            throw new NotTrusted(otherwise);
        }
    }
}
