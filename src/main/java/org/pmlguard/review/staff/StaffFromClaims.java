package org.pmlguard.review.staff;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Makes staff of the claims of a verified ID token. Whoever has no role here is not let in. */
final class StaffFromClaims implements OAuth2UserService<OidcUserRequest, OidcUser> {

    static final String NO_ROLE = "no_role";
    static final String NO_NAME = "no_name";

    private final OidcProperties properties;
    private final Predicate<String> isTaken;

    /** @param isTaken whether an account of this server has a name; nobody else may act under it */
    StaffFromClaims(OidcProperties properties, Predicate<String> isTaken) {
        this.properties = properties;
        this.isTaken = isTaken;
    }

    /** Somebody the identity provider vouches for. */
    private static final class Vouched extends DefaultOidcUser implements Staff.Member {

        private static final long serialVersionUID = 1L;

        private final transient Staff staff;

        Vouched(Staff staff, OidcIdToken token) {
            super(Accounts.authorities(staff), token);
            this.staff = staff;
        }

        @Override
        public Staff staff() {
            return staff;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other);
        }

        @Override
        public int hashCode() {
            return super.hashCode();
        }
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        Map<String, Object> claims = request.getIdToken().getClaims();
        Set<Role> roles = texts(claim(claims, properties.rolesClaim())).stream()
                .flatMap(value -> Optional.ofNullable(properties.roles().get(value)).stream())
                .collect(Collectors.toUnmodifiableSet());
        if (roles.isEmpty()) {
            throw refused(NO_ROLE);
        }
        String name = texts(claim(claims, properties.nameClaim())).stream()
                .findFirst()
                .filter(StaffProperties::isName)
                .filter(isTaken.negate())
                .orElseThrow(() -> refused(NO_NAME));
        return new Vouched(new Staff(name, roles, tenants(claims), Optional.empty()), request.getIdToken());
    }

    private Set<String> tenants(Map<String, Object> claims) {
        if (properties.tenantsClaim().isBlank()) {
            return Set.of();
        }
        Set<String> tenants = Set.copyOf(texts(claim(claims, properties.tenantsClaim())));
        if (tenants.isEmpty()) {
            throw refused(NO_ROLE);
        }
        return tenants;
    }

    private static OAuth2AuthenticationException refused(String code) {
        return new OAuth2AuthenticationException(new OAuth2Error(code));
    }

    private static Optional<Object> claim(Map<String, Object> claims, String path) {
        Object whole = claims.get(path);
        int dot = path.indexOf('.');
        if (whole != null || dot < 0) {
            return Optional.ofNullable(whole);
        }
        Map<String, Object> inner = claims.get(path.substring(0, dot)) instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue))
                : Map.of();
        return claim(inner, path.substring(dot + 1));
    }

    private static List<String> texts(Optional<Object> claim) {
        return claim.map(value -> value instanceof Collection<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(value)))
                .orElse(List.of());
    }
}
