package org.pmlguard.review.staff;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/**
 * How staff log in at an identity provider, under {@code pmlguard.review.oidc}.
 *
 * @param issuer its address, as it stands in its tokens; {@code /.well-known/openid-configuration} below it says the rest
 * @param clientId under which this server is registered there
 * @param clientSecret of that registration
 * @param label what the log-in page calls it
 * @param scopes asked for; {@code openid} is always among them
 * @param nameClaim the claim with the name that stands in the audit
 * @param rolesClaim the claim with roles or groups; dots lead into it ({@code realm_access.roles})
 * @param roles which of its values is which role here; whoever has none of them is not let in
 * @param tenantsClaim the claim with the tenants somebody sees; blank: all
 * @param algorithm the one signature of its tokens that is accepted
 * @param timeout of each question to it
 */
record OidcProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("your hospital account") String label,
        @DefaultValue({"openid", "profile"}) Set<String> scopes,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, Role> roles,
        @DefaultValue("") String tenantsClaim,
        @DefaultValue("RS256") String algorithm,
        @DefaultValue("5s") Duration timeout) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    OidcProperties {
        scopes = Set.copyOf(scopes);
        roles = Map.copyOf(roles);
        if (!issuer.isBlank()) {
            require(isSafe(issuer), "issuer: an https address is needed; http only for this machine");
            require(!clientId.isBlank() && !clientSecret.isBlank(), "client-id, client-secret: both are needed");
            require(!roles.isEmpty(), "roles: without any, nobody could log in");
            require(scopes.contains("openid"), "scopes: openid must be among them");
            require(
                    SignatureAlgorithm.from(algorithm) != null,
                    "algorithm: RS256, ES256, PS256 or another of these families is needed");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("pmlguard.review.oidc." + what);
        }
    }

    /** Whether a secret may be sent to an address. */
    static boolean isSafe(String address) {
        try {
            URI uri = URI.create(address);
            boolean isHere = THIS_MACHINE.contains(String.valueOf(uri.getHost()));
            return uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Scheme, host and port of the issuer. */
    String origin() {
        URI uri = URI.create(issuer);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    /** Shows no secret. */
    @Override
    public String toString() {
        return "OidcProperties[" + issuer + "]";
    }
}
