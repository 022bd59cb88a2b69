package org.pmlguard.review.staff;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The accounts of this server. In a trial there is one, {@code pharmacist}, who may do everything, with a password that is drawn
 * at each start and told in the log.
 */
final class Accounts implements UserDetailsService {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private static final int PASSWORD_BYTES = 15;

    /** The least number of rounds that bcrypt allows, as a power of two. */
    private static final int FASTEST = 4;

    private final Map<String, StaffProperties.User> users;

    private Accounts(List<StaffProperties.User> users) {
        this.users =
                users.stream().collect(Collectors.toUnmodifiableMap(StaffProperties.User::name, Function.identity()));
    }

    /** Somebody with an account, as Spring Security keeps them. */
    static final class Account extends User implements Staff.Member {

        private static final long serialVersionUID = 1L;

        private final transient Staff staff;

        Account(Staff staff, String password) {
            super(staff.name(), password, authorities(staff));
            this.staff = staff;
        }

        @Override
        public Staff staff() {
            return staff;
        }
    }

    /** Rights, as Spring Security asks for them. */
    static Set<GrantedAuthority> authorities(Staff staff) {
        return staff.rights().stream()
                .map(right -> new SimpleGrantedAuthority(right.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Those of the settings. */
    static Accounts configured(StaffProperties properties) {
        if (properties.users().isEmpty() && properties.provider().isEmpty()) {
            LOG.info("nobody can log in to the review desk: pmlguard.review.users and pmlguard.review.oidc are empty");
        }
        return new Accounts(properties.users());
    }

    /** One user with a new password. What is drawn at random needs no slow hash, which would cost each start a tenth of a second. */
    static Accounts trial() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        LOG.info("review desk of the trial: log in at /review as pharmacist with password {}", password);
        return new Accounts(List.of(new StaffProperties.User(
                "pharmacist",
                Objects.requireNonNull(new BCryptPasswordEncoder(FASTEST).encode(password)),
                Set.of(Role.PHARMACIST, Role.HEALTH_IT, Role.AUDITOR),
                Set.of())));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        StaffProperties.User user =
                Optional.ofNullable(users.get(name)).orElseThrow(() -> new UsernameNotFoundException("not known"));
        return new Account(new Staff(name, user.role(), user.tenants(), Optional.empty()), user.password());
    }

    boolean has(String name) {
        return users.containsKey(name);
    }

    boolean isEmpty() {
        return users.isEmpty();
    }
}
