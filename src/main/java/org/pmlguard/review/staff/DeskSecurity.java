package org.pmlguard.review;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.pmlguard.tenant.Tenants;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Stands before the paths of the desk, and before no others. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class DeskSecurity {

    private static final String[] PATHS = {"/review", "/review/**", "/login", "/logout"};

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; "
            + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    /** The tenant of a server for which none was configured. */
    private static final String TRIAL = "trial";

    /** Before everything that reads a request. */
    private static final int ORDER = -100;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }

    /** A trial is a server for which no tenant was configured, and that nobody named production. */
    @Bean
    DeskUsers deskUsers(DeskProperties properties, PasswordEncoder encoder, Tenants tenants, Environment environment) {
        boolean isTrial = properties.users().isEmpty()
                && tenants.all().stream().allMatch(tenant -> tenant.id().equals(TRIAL))
                && !environment.acceptsProfiles(Profiles.of("production"));
        return isTrial ? DeskUsers.trial(encoder) : DeskUsers.configured(properties);
    }

    @Bean
    SecurityFilterChain desk(HttpSecurity http) {
        return http.securityMatcher(PATHS)
                .authorizeHttpRequests(paths -> paths.requestMatchers("/login")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/review/*/acts")
                        .hasRole(DeskProperties.Role.PHARMACIST.name())
                        .anyRequest()
                        .authenticated())
                .formLogin(form ->
                        form.loginPage("/login").defaultSuccessUrl("/review").permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .headers(DeskSecurity::headers)
                .build();
    }

    /** Every answer of this server forbids all; its own writer for this policy would leave that as it is. */
    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.addHeaderWriter((request, response) -> response.setHeader("Content-Security-Policy", POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** Without this Spring Boot would put the filter before every path. */
    @Bean
    FilterRegistrationBean<Filter> deskFilter(@Qualifier("springSecurityFilterChain") Filter chain) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(chain);
        registration.addUrlPatterns("/review/*", "/login", "/logout");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(ORDER);
        return registration;
    }
}
