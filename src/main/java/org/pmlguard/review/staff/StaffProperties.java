package org.pmlguard.review;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the review desk, under {@code pmlguard.review}.
 *
 * @param users who may log in; nobody by default
 */
@ConfigurationProperties("pmlguard.review")
record DeskProperties(@DefaultValue List<User> users) {

    DeskProperties {
        users = List.copyOf(users);
        if (users.stream().map(User::name).distinct().count() < users.size()) {
            throw new IllegalArgumentException("pmlguard.review.users: two users have the same name");
        }
    }

    /**
     * Somebody who may log in.
     *
     * @param password its bcrypt hash, never the password itself
     * @param role what they may do
     * @param tenants whose cases they see; all if empty
     */
    record User(
            @DefaultValue("") String name,
            @DefaultValue("") String password,
            @DefaultValue("viewer") Role role,
            @DefaultValue Set<String> tenants) {

        User {
            tenants = Set.copyOf(tenants);
            if (!name.matches("[A-Za-z0-9._@-]{1,100}") || name.equals(Entry.SYSTEM)) {
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

    /** What a user may do. */
    enum Role {
        /** Everything. */
        PHARMACIST,
        /** Read. */
        VIEWER
    }
}
