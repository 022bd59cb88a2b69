package org.pmlguard.review.staff;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.Optional;
import org.pmlguard.audit.Audit;
import org.pmlguard.tenant.Tenants;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.DefaultAuthenticationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Stands before the paths of the desk, and before no others. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(StaffProperties.class)
class DeskSecurity {

    private static final String[] PATHS = {"/review", "/review/**", "/login", "/login/**", "/logout", "/oauth2/**"};

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
    Accounts accounts(StaffProperties properties, Tenants tenants, Environment environment) {
        boolean isTrial = properties.users().isEmpty()
                && properties.provider().isEmpty()
                && tenants.all().stream().allMatch(tenant -> tenant.id().equals(TRIAL))
                && !environment.acceptsProfiles(Profiles.of("production"));
        return isTrial ? Accounts.trial() : Accounts.configured(properties);
    }

    @Bean
    WaysIn waysIn(StaffProperties properties, Accounts accounts, @Value("${pmlguard.public-url:}") String publicUrl) {
        Optional<IdentityProvider> provider = properties.provider().map(oidc -> new IdentityProvider(oidc, publicUrl));
        return new WaysIn(
                !accounts.isEmpty(),
                provider,
                properties.provider().map(OidcProperties::label).orElse(""));
    }

    @Bean
    DoorWatch doorWatch(Audit audit, Accounts accounts) {
        return new DoorWatch(audit, accounts);
    }

    @Bean
    AuthenticationEventPublisher doorEvents(ApplicationEventPublisher events) {
        return new DefaultAuthenticationEventPublisher(events);
    }

    @Bean
    SecurityFilterChain desk(
            HttpSecurity http, StaffProperties properties, Accounts accounts, WaysIn ways, DoorWatch door) {
        http.securityMatcher(PATHS)
                .authorizeHttpRequests(DeskSecurity::rights)
                .formLogin(form -> form.loginPage("/login")
                        .defaultSuccessUrl("/review/start")
                        .permitAll())
                .exceptionHandling(failures -> failures.accessDeniedHandler(door::refused))
                .headers(headers -> headers(headers, properties.provider()));
        Optional<LogInAtProvider> elsewhere = properties
                .provider()
                .flatMap(oidc -> ways.provider().map(provider -> new LogInAtProvider(oidc, provider, accounts, door)));
        elsewhere.ifPresentOrElse(
                one -> one.configure(http), () -> http.logout(logout -> logout.logoutSuccessUrl("/login?out")));
        return http.build();
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        paths.requestMatchers("/login", "/login/**", "/oauth2/**")
                .permitAll()
                .requestMatchers("/review/start", "/review/refused")
                .authenticated()
                .requestMatchers(HttpMethod.POST, "/review/*/acts")
                .hasAuthority(Right.ACT.name())
                .requestMatchers("/review/insight", "/review/insight.*")
                .hasAuthority(Right.COUNT.name())
                .requestMatchers("/review/registry.*", "/review/*/export/**")
                .hasAuthority(Right.TAKE_OUT.name())
                .requestMatchers("/review/audit.*")
                .hasAuthority(Right.READ_AUDIT.name())
                .requestMatchers("/review/audit", "/review/audit/**")
                .hasAuthority(Right.CHECK_CHAIN.name())
                .requestMatchers("/review", "/review/**")
                .hasAuthority(Right.READ_CASES.name())
                .anyRequest()
                .authenticated();
    }

    /**
     * Every answer of this server forbids all; its own writer for this policy would leave that as it is. Logging out leads on
     * to the identity provider, and browsers count that as the target of the form.
     */
    private static void headers(HeadersConfigurer<HttpSecurity> headers, Optional<OidcProperties> provider) {
        String policy = POLICY + provider.map(oidc -> " " + oidc.origin()).orElse("");
        headers.addHeaderWriter((request, response) -> response.setHeader("Content-Security-Policy", policy))
                .referrerPolicy(one -> one.policy(ReferrerPolicy.NO_REFERRER));
    }

    /** Without this Spring Boot would put the filter before every path. */
    @Bean
    FilterRegistrationBean<Filter> deskFilter(@Qualifier("springSecurityFilterChain") Filter chain) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(chain);
        registration.addUrlPatterns("/review/*", "/login/*", "/logout", "/oauth2/*");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(ORDER);
        return registration;
    }
}
