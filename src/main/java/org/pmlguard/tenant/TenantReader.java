package org.pmlguard.tenant;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.TenantProperties.Entry;

/** Turns the configuration into tenants, or says everything that is wrong with it at once. */
final class TenantReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final List<String> violations = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private boolean open;

    private TenantReader() {}

    /**
     * Reads the configuration.
     *
     * @param own what the trial tenant may read
     * @throws TenantsInvalid if any of it is wrong
     */
    static Tenants read(TenantProperties properties, OwnServers own) {
        return properties.tenants().isEmpty() ? Tenants.trial(own) : new TenantReader().tenants(properties.tenants());
    }

    private Tenants tenants(List<Entry> entries) {
        List<Tenant> tenants = IntStream.range(0, entries.size())
                .mapToObj(n -> tenant("pmlguard.tenants[" + n + "]", entries.get(n)))
                .toList();
        if (!violations.isEmpty()) {
            throw new TenantsInvalid(violations);
        }
        return new Tenants(tenants);
    }

    private Tenant tenant(String path, Entry entry) {
        checkId(path + ".id", entry.id());
        checkAuth(path + ".auth", entry.auth());
        return new Tenant(
                entry.id(),
                Auth.NONE,
                servers(
                        path + ".fhir-servers",
                        entry.fhirServers(),
                        entry.fhir().terms()),
                deadline(path + ".deadline", entry.deadline()));
    }

    private Optional<Duration> deadline(String path, @Nullable Duration deadline) {
        if (deadline != null && (!deadline.isPositive() || deadline.compareTo(LONGEST) > 0)) {
            violations.add(path + " must be above 0 and at most 10s");
        }
        return Optional.ofNullable(deadline);
    }

    private void checkId(String path, String id) {
        if (!ID.matcher(id).matches()) {
            violations.add(path + " must be 1 to 63 lower case letters, digits or hyphens");
        } else if (!ids.add(id)) {
            violations.add(path + " is used twice");
        }
    }

    private void checkAuth(String path, String auth) {
        switch (auth.strip().toLowerCase(Locale.ROOT)) {
            case "none" -> checkOpen(path);
            case "jwt" ->
                violations.add(path + " is jwt, but this version cannot verify tokens yet and will not run as if it"
                        + " did; set it to none and let only your EHR reach the service");
            default -> violations.add(path + " must be none or jwt");
        }
    }

    private void checkOpen(String path) {
        if (open) {
            violations.add(path + " is none for a second tenant; calls without proof could not be told apart");
        }
        open = true;
    }

    private List<FhirServer> servers(String path, List<String> addresses, FhirServer.Terms terms) {
        List<FhirServer> servers = new ArrayList<>();
        for (int n = 0; n < addresses.size(); n++) {
            server(path + "[" + n + "]", addresses.get(n), terms).ifPresent(servers::add);
        }
        return servers.stream().distinct().toList();
    }

    private Optional<FhirServer> server(String path, String address, FhirServer.Terms terms) {
        try {
            return Optional.of(FhirServer.at(address, terms));
        } catch (IllegalArgumentException e) {
            violations.add(path + " " + e.getMessage());
            return Optional.empty();
        }
    }
}
