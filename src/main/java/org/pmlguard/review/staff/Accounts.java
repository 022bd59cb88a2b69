package org.pmlguard.review;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pmlguard.review.DeskProperties.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Who may log in. In a trial it is {@code pharmacist}, with a password that is drawn at each start and told in the log. */
final class DeskUsers implements UserDetailsService {

    private static final Logger LOG = LoggerFactory.getLogger(DeskUsers.class);

    private static final int PASSWORD_BYTES = 15;

    private final Map<String, DeskProperties.User> users;

    private DeskUsers(List<DeskProperties.User> users) {
        this.users =
                users.stream().collect(Collectors.toUnmodifiableMap(DeskProperties.User::name, Function.identity()));
    }

    /** Those of the settings. */
    static DeskUsers configured(DeskProperties properties) {
        if (properties.users().isEmpty()) {
            LOG.info("nobody can log in to the review desk: pmlguard.review.users is empty");
        }
        return new DeskUsers(properties.users());
    }

    /** One user with a new password. */
    static DeskUsers trial(PasswordEncoder encoder) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().encodeToString(random);
        LOG.info("review desk of the trial: log in at /review as pharmacist with password {}", password);
        return new DeskUsers(
                List.of(new DeskProperties.User("pharmacist", encoder.encode(password), Role.PHARMACIST, Set.of())));
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        DeskProperties.User user =
                Optional.ofNullable(users.get(name)).orElseThrow(() -> new UsernameNotFoundException("not known"));
        return User.withUsername(name)
                .password(user.password())
                .roles(user.role().name())
                .build();
    }

    /** Who has logged in under a name. */
    Staff staff(String name) {
        DeskProperties.User user = Optional.ofNullable(users.get(name)).orElseThrow();
        return new Staff(name, user.role(), user.tenants());
    }
}
