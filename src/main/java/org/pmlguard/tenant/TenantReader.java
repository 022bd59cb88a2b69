package org.pmlguard.tenant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.Terms.Allowance;
import org.pmlguard.tenant.Terms.Mode;
import org.pmlguard.tenant.token.Trust;

/** Turns configured entries into registrations, and notes everything that is wrong with them. */
final class TenantReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Violations violations;
    private final TrustReader trusts;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> signers = new HashSet<>();
    private final List<Registration> registrations = new ArrayList<>();
    private boolean open;

    TenantReader(Violations violations, TrustReader trusts) {
        this.violations = violations;
        this.trusts = trusts;
    }

    /** All that were read; the trial if none was configured. */
    Registry registry() {
        return registrations.isEmpty() ? Registry.trial() : new Registry(registrations);
    }

    /** Reads one entry; the path ends where names of its settings can follow. */
    void read(String path, TenantEntry entry) {
        checkId(path + "id", entry.id());
        Auth auth = auth(path + "auth", entry.auth());
        Optional<Trust> trust = auth == Auth.JWT ? trust(path, entry) : Optional.empty();
        Tenant tenant = new Tenant(entry.id(), auth, servers(path + "fhir-servers", entry), terms(path, entry));
        registrations.add(new Registration(tenant, trust));
    }

    private void checkId(String path, String id) {
        if (!ID.matcher(id).matches()) {
            violations.add(path, "must be 1 to 63 lower case letters, digits or hyphens");
        } else {
            violations.require(ids.add(id), path, "is used twice");
        }
    }

    private Auth auth(String path, String auth) {
        return switch (auth.strip().toLowerCase(Locale.ROOT)) {
            case "jwt" -> Auth.JWT;
            case "none" -> {
                violations.require(
                        !open, path, "is none for a second tenant; calls without proof could not be told apart");
                open = true;
                yield Auth.NONE;
            }
            default -> {
                violations.add(path, "must be none or jwt");
                yield Auth.JWT;
            }
        };
    }

    private Optional<Trust> trust(String path, TenantEntry entry) {
        boolean alone = signers.add(entry.issuer() + "\n" + entry.tenantClaim());
        violations.require(
                alone || entry.issuer().isEmpty(),
                path + "issuer",
                "is another tenant's too; then each needs a tenant-claim of its own");
        return trusts.read(path, entry);
    }

    private Terms terms(String path, TenantEntry entry) {
        violations.require(
                entry.callsPerSecond() >= 0 && entry.callsAtOnce() >= 0,
                path + "calls-per-second",
                "and calls-at-once must be 0 (no limit) or more");
        Optional<Duration> deadline = Optional.ofNullable(entry.deadline());
        violations.require(
                deadline.map(due -> due.isPositive() && due.toSeconds() <= 10).orElse(true),
                path + "deadline",
                "must be above 0 and at most 10s");
        Allowance allowance = new Allowance(entry.callsPerSecond(), entry.callsAtOnce());
        Mode mode = mode(path + "mode", entry.mode());
        return new Terms(Set.copyOf(entry.hooks()), deadline, allowance, mode, entry.reviewTasks());
    }

    private Mode mode(String path, String mode) {
        return switch (mode.strip().toLowerCase(Locale.ROOT)) {
            case "live" -> Mode.LIVE;
            case "shadow" -> Mode.SHADOW;
            default -> {
                violations.add(path, "must be live or shadow");
                yield Mode.LIVE;
            }
        };
    }

    private List<FhirServer> servers(String path, TenantEntry entry) {
        List<FhirServer> servers = new ArrayList<>();
        for (int n = 0; n < entry.fhirServers().size(); n++) {
            String address = entry.fhirServers().get(n);
            violations
                    .made(
                            path + "[" + n + "]",
                            () -> FhirServer.at(address, entry.fhir().terms()))
                    .ifPresent(servers::add);
        }
        return servers.stream().distinct().collect(Collectors.toUnmodifiableList());
    }
}
