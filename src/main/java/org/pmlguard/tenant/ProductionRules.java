package org.pmlguard.tenant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.token.PublishedKeys;
import org.pmlguard.tenant.token.Trust;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** What must hold before the profile {@code production} starts: no door is left open that is closed in the manual. */
final class ProductionRules {

    private static final Set<String> GUESSED = Set.of(
            "", "admin", "changeit", "changeme", "password", "pmlguard", "pml-guard", "postgres", "sa", "secret");
    private static final Set<String> TALKATIVE = Set.of("debug", "trace");

    private final Environment environment;
    private final Violations violations;

    ProductionRules(Environment environment, Violations violations) {
        this.environment = environment;
        this.violations = violations;
    }

    /** Notes everything that is not as it must be; nothing outside production. */
    void check(Registry registry) {
        checkOrigins();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            checkAddress();
            checkDatabase();
            checkLogs();
            registry.all().forEach(this::check);
        }
    }

    /** In every profile: a page of anybody could call in the name of whoever is looking at it. */
    private void checkOrigins() {
        List<String> origins = Binder.get(environment)
                .bind("pmlguard.cors.allowed-origins", Bindable.listOf(String.class))
                .orElse(List.of());
        violations.require(
                origins.stream().noneMatch(origin -> origin.contains("*")),
                "pmlguard.cors.allowed-origins",
                "takes exact origins, never *");
        violations.require(
                !isProduction() || origins.stream().noneMatch(ProductionRules::isHttp),
                "pmlguard.cors.allowed-origins",
                "must be https origins in production");
    }

    private boolean isProduction() {
        return environment.acceptsProfiles(Profiles.of("production"));
    }

    private void checkAddress() {
        String url = text("pmlguard.public-url");
        violations.require(
                url.toLowerCase(Locale.ROOT).startsWith("https://"),
                "pmlguard.public-url",
                "must be the https address by which EHRs reach this server");
    }

    private void checkDatabase() {
        violations.require(
                text("pmlguard.used-tokens").equals("database"),
                "pmlguard.used-tokens",
                "must be database in production; memory lets a token be used once on every replica and after every start");
        violations.require(
                text("pmlguard.ledger.url").startsWith("jdbc:postgresql:"),
                "pmlguard.ledger.url",
                "must be a PostgreSQL database in production");
        violations.require(
                !GUESSED.contains(text("pmlguard.ledger.password").toLowerCase(Locale.ROOT)),
                "pmlguard.ledger.password",
                "must be set, and not one that can be guessed");
    }

    /** Frameworks write headers and bodies at these levels. */
    private void checkLogs() {
        Map<String, String> levels = Binder.get(environment)
                .bind("logging.level", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        new TreeMap<>(levels)
                .forEach((logger, level) -> violations.require(
                        !TALKATIVE.contains(level.toLowerCase(Locale.ROOT)) || logger.startsWith("org.pmlguard"),
                        "logging.level." + logger,
                        "must not be debug or trace in production; libraries log tokens and patients there"));
    }

    private void check(Registration registration) {
        Tenant tenant = registration.tenant();
        violations.require(
                tenant.auth() == Auth.JWT,
                "tenant " + tenant.id(),
                "is open to anybody; every tenant needs auth: jwt in production");
        violations.require(
                tenant.servers().stream().noneMatch(server -> isHttp(server.toString())),
                "tenant " + tenant.id(),
                "has a FHIR server without https");
        violations.require(
                registration.trust().map(ProductionRules::isFetchedSafely).orElse(true),
                "tenant " + tenant.id(),
                "has a jku without https");
    }

    private static boolean isFetchedSafely(Trust trust) {
        return !(trust.keys() instanceof PublishedKeys published)
                || !isHttp(published.address().toString());
    }

    private static boolean isHttp(String address) {
        return address.toLowerCase(Locale.ROOT).startsWith("http:");
    }

    private String text(String property) {
        return environment.getProperty(property, "").strip();
    }
}
