package org.pmlguard.review.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may log in to the review desk, under {@code pmlguard.review}.
 *
 * @param users accounts of this server; none by default
 * @param oidc the hospital's identity provider; null for none
 */
@ConfigurationProperties("pmlguard.review")
record StaffProperties(
        @DefaultValue List<User> users, @Nullable OidcProperties oidc) {

    /** What a name may be; it stands in the audit and in logs. */
    static final String NAME = "[A-Za-z0-9._@-]{1,100}";

    /** The name under which the server itself acts. */
    private static final String SYSTEM = "system";

    StaffProperties {
        users = List.copyOf(users);
        if (users.stream().map(User::name).distinct().count() < users.size()) {
            throw new IllegalArgumentException("pmlguard.review.users: two users have the same name");
        }
    }

    /** The identity provider, if one is named. */
    Optional<OidcProperties> provider() {
        return Optional.ofNullable(oidc).filter(one -> !one.issuer().isBlank());
    }

    static boolean isName(String name) {
        return name.matches(NAME) && !name.equals(SYSTEM);
    }

    /**
     * Somebody who may log in.
     *
     * @param password its bcrypt hash, never the password itself
     * @param role what they are; several may be named
     * @param tenants whose cases they see; all if empty
     */
    record User(
            @DefaultValue("") String name,
            @DefaultValue("") String password,
            @DefaultValue("viewer") Set<Role> role,
            @DefaultValue Set<String> tenants) {

        User {
            role = Set.copyOf(role);
            tenants = Set.copyOf(tenants);
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "pmlguard.review.users[].name: 1 to 100 letters, digits or ._@- are needed");
            }
            if (!password.matches("\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}")) {
                throw new IllegalArgumentException("pmlguard.review.users[].password: a bcrypt hash is needed");
            }
        }

        /** Shows no hash. */
        @Override
        public String toString() {
            return "User[" + name + "]";
        }
    }
}
