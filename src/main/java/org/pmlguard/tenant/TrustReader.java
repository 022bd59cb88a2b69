package org.pmlguard.tenant;

import com.nimbusds.jose.JWSAlgorithm;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pmlguard.tenant.token.KeySet;
import org.pmlguard.tenant.token.Keys;
import org.pmlguard.tenant.token.Signatures;
import org.pmlguard.tenant.token.Trust;

/** Reads how a tenant's callers prove who they are. */
final class TrustReader {

    private static final Set<JWSAlgorithm> ASYMMETRIC = Stream.concat(
                    JWSAlgorithm.Family.EC.stream().filter(one -> !one.equals(JWSAlgorithm.ES256K)),
                    JWSAlgorithm.Family.RSA.stream())
            .collect(Collectors.toUnmodifiableSet());
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

    private final Violations violations;
    private final String publicUrl;
    private final Function<URI, Keys> published;
    private final Path home;
    private final Signatures signatures;

    /**
     * A reader.
     *
     * @param publicUrl the address by which EHRs reach us; blank if it is not configured
     * @param published the keys published at an address
     * @param home where relative names of key files begin
     */
    TrustReader(
            Violations violations, String publicUrl, Function<URI, Keys> published, Path home, Signatures signatures) {
        this.violations = violations;
        this.publicUrl = publicUrl;
        this.published = published;
        this.home = home;
        this.signatures = signatures;
    }

    Optional<Trust> read(String path, TenantEntry entry) {
        violations.require(!entry.issuer().isBlank(), path + "issuer", "must be the iss of the tenant's tokens");
        violations.require(
                entry.tokenLifetime().isPositive() && entry.tokenLifetime().compareTo(LONGEST_LIFE) <= 0,
                path + "token-lifetime",
                "must be above 0 and at most 60m");
        Set<JWSAlgorithm> algorithms = algorithms(path + "algorithms", entry.algorithms());
        List<String> addresses = addresses(path + "audiences", entry.audiences());
        return keys(path, entry)
                .map(keys -> new Trust(
                        entry.id(),
                        entry.issuer(),
                        keys,
                        algorithms,
                        addresses,
                        Optional.of(entry.tenantClaim()).filter(claim -> !claim.isEmpty()),
                        entry.tokenLifetime()));
    }

    private Set<JWSAlgorithm> algorithms(String path, List<String> names) {
        Set<JWSAlgorithm> named = names.stream().map(JWSAlgorithm::new).collect(Collectors.toUnmodifiableSet());
        violations.require(
                !named.isEmpty() && ASYMMETRIC.containsAll(named),
                path,
                "must be of ES256, ES384, ES512, RS256, RS384, RS512, PS256, PS384, PS512");
        return named;
    }

    private List<String> addresses(String path, List<String> aliases) {
        violations.require(
                !publicUrl.isBlank(), "pmlguard.public-url", "must be set: tokens are accepted for that address only");
        violations.require(
                aliases.stream().allMatch(alias -> alias.matches("https?://[^?#\\s]+")),
                path,
                "must be base URLs, as the EHR calls this server");
        return Stream.concat(Stream.of(publicUrl), aliases.stream())
                .map(url -> url.strip().replaceAll("/+$", ""))
                .distinct()
                .toList();
    }

    private Optional<Keys> keys(String path, TenantEntry entry) {
        long sources = Stream.of(entry.jwks(), entry.jwksFile(), entry.jku())
                .filter(source -> !source.isBlank())
                .count();
        if (sources != 1) {
            violations.add(path + "jwks", "or jwks-file or jku must be set, and only one of them");
            return Optional.empty();
        }
        if (!entry.jku().isBlank()) {
            return violations.made(path + "jku", () -> published.apply(address(entry.jku())));
        }
        return entry.jwks().isBlank()
                ? text(path + "jwks-file", entry.jwksFile()).flatMap(json -> fixed(path + "jwks-file", json))
                : fixed(path + "jwks", entry.jwks());
    }

    private static URI address(String jku) {
        BaseAddress.canonical(jku, false);
        return URI.create(jku);
    }

    private Optional<Keys> fixed(String path, String json) {
        Optional<KeySet> keys = violations.made(path, () -> KeySet.read(json, signatures));
        keys.ifPresent(set -> {
            set.faults().forEach(fault -> violations.add(path, fault));
            violations.require(!set.isEmpty() || !set.faults().isEmpty(), path, "must hold a key");
        });
        return keys.map(Keys.class::cast);
    }

    private Optional<String> text(String path, String file) {
        try {
            return Optional.of(Files.readString(home.resolve(file)));
        } catch (IOException | InvalidPathException e) {
            violations.add(path, "cannot be read");
            return Optional.empty();
        }
    }
}
