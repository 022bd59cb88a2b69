package org.pmlguard.tenant.token;

import com.nimbusds.jose.JWSHeader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says why a token is not trusted, to the people who connect an EHR. A caller is never told. Judged by the same
 * {@link TokenVerifier} as a call; the words are made from claims that are no secret.
 */
public final class Trial {

    private final Trust trust;
    private final Clock clock;

    public Trial(Trust trust, Clock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /**
     * What becomes of a token.
     *
     * @param endpoint the path it opens; absent if none
     * @param wrong why it opens none, in words
     * @param remedy what to do about it
     */
    public record Verdict(Optional<String> endpoint, String wrong, String remedy) {

        private static Verdict refused(String wrong, String remedy) {
            return new Verdict(Optional.empty(), wrong, remedy);
        }
    }

    /**
     * What becomes of a token at any of our paths.
     *
     * @param authorization the token, with or without {@code Bearer} before it
     */
    public Verdict of(String authorization, List<String> endpoints) {
        List<String> header = List.of("Bearer " + authorization.strip().replaceFirst("(?i)^bearer\\s+", ""));
        Fault furthest = Fault.AUDIENCE;
        for (String endpoint : endpoints) {
            Optional<Fault> fault = fault(header, endpoint);
            if (fault.isEmpty()) {
                return new Verdict(Optional.of(endpoint), "", "");
            }
            furthest = fault.get() == Fault.AUDIENCE ? furthest : fault.get();
        }
        return furthest == Fault.MALFORMED || furthest == Fault.NO_TOKEN
                ? Verdict.refused(
                        "it is no signed JWT with alg, kid, iss, aud, iat, exp and jti of the right kinds",
                        "take the token of a real call, from its Authorization header")
                : words(furthest, BearerToken.read(header));
    }

    private Optional<Fault> fault(List<String> header, String endpoint) {
        try {
            new TokenVerifier(new RememberedTokenIds(clock), clock)
                    .caller(header, endpoint, issuer -> issuer.equals(trust.issuer()) ? List.of(trust) : List.of());
            return Optional.empty();
        } catch (NotTrusted refused) {
            return Optional.of(refused.fault());
        }
    }

    private Verdict words(Fault fault, BearerToken token) {
        Claims claims = token.claims();
        return switch (fault) {
            case ISSUER ->
                Verdict.refused(
                        "iss is " + plain(claims.issuer()) + ", registered is " + trust.issuer(),
                        "set the tenant's issuer to what the EHR sends");
            case TENANT ->
                Verdict.refused(
                        "tenant is " + plain(claims.tenant().orElse("absent")) + ", registered is "
                                + trust.claim().orElse("none"),
                        "correct the tenant-claim");
            case ALGORITHM ->
                Verdict.refused(
                        "alg is " + token.header().getAlgorithm() + ", accepted are " + trust.algorithms(),
                        "let the EHR sign otherwise, or add it to the tenant's algorithms");
            case AUDIENCE ->
                Verdict.refused(
                        "aud is " + plain(claims.audience().toString()) + ", and no service has that address under "
                                + trust.addresses(),
                        "enter the exact address of the service in the EHR, or add the base address it uses to the"
                                + " tenant's audiences");
            case TIME -> time(claims);
            case KEY -> key(token.header());
            default ->
                Verdict.refused(
                        "its signature does not fit the key "
                                + plain(token.header().getKeyID()),
                        "see whether the EHR signs with the key it publishes");
        };
    }

    private Verdict time(Claims claims) {
        Instant now = clock.instant();
        long ahead = Duration.between(now, claims.issued()).toSeconds();
        Duration life = Duration.between(claims.issued(), claims.expires());
        if (ahead > 60) {
            return Verdict.refused(
                    "it was made " + ahead + " s after now by our clock: the clocks differ",
                    "set both clocks by NTP; 60 s are let pass");
        }
        if (life.compareTo(trust.longestLife()) > 0 || !life.isPositive()) {
            return Verdict.refused(
                    "it lives " + life.toSeconds() + " s, accepted are "
                            + trust.longestLife().toSeconds(),
                    "let the EHR make shorter tokens, or raise the tenant's token-lifetime");
        }
        long ago = Duration.between(claims.expires(), now).toSeconds();
        return ago > 0
                ? Verdict.refused(
                        "it expired " + ago + " s ago by our clock",
                        "take a fresh token; if it is fresh, the clocks differ: set both by NTP")
                : Verdict.refused("it is not valid yet (nbf)", "set both clocks by NTP; 60 s are let pass");
    }

    private Verdict key(JWSHeader header) {
        URI named = header.getJWKURL();
        if (named != null
                && trust.keys() instanceof PublishedKeys published
                && !published.address().equals(named)) {
            return Verdict.refused(
                    "jku is " + plain(named.toString()) + ", registered is " + published.address(),
                    "if the EHR has moved its keys, correct the tenant's jku");
        }
        return Verdict.refused(
                "its key id (kid) " + plain(header.getKeyID()) + " is not among the usable keys",
                "see whether the EHR publishes the key it signs with");
    }

    /** What came from outside goes to a terminal: no control characters, and not without end. */
    private static String plain(String text) {
        String printable = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
        return printable.length() > 160 ? printable.substring(0, 160) + "…" : printable;
    }
}
