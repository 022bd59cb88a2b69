package org.pmlguard.tenant;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.pmlguard.tenant.token.KeyFetch;
import org.pmlguard.tenant.token.KeyTrial;
import org.pmlguard.tenant.token.Signatures;
import org.pmlguard.tenant.token.Trial;
import org.pmlguard.tenant.token.Trust;
import org.springframework.core.env.Environment;

/**
 * What a tenant's callers must bring to be let in, tried before the first of them calls. It reads the configuration as the
 * server does, and says in words what the server only logs.
 */
public final class Admission implements AutoCloseable {

    private final Registry registry;
    private final KeyFetch fetch;
    private final Clock clock;

    private Admission(Registry registry, KeyFetch fetch, Clock clock) {
        this.registry = registry;
        this.fetch = fetch;
        this.clock = clock;
    }

    /**
     * Reads a configuration.
     *
     * @throws ConfigurationRefused if the server would not start with it
     */
    public static Admission read(Environment environment, Clock clock) {
        Signatures signatures = Signatures.fastest();
        Duration patience = environment.getProperty("pmlguard.keys-timeout", Duration.class, Duration.ofSeconds(2));
        KeyFetch fetch = new KeyFetch(signatures, patience);
        try {
            Violations violations = new Violations();
            Registry registry = new RegistryReader(environment, TenantConfiguration.published(fetch, clock), signatures)
                    .read(violations);
            new ProductionRules(environment, violations).check(registry);
            violations.refuse();
            return new Admission(registry, fetch, clock);
        } catch (ConfigurationRefused refused) {
            fetch.close();
            throw refused;
        }
    }

    /** The ids of all tenants. */
    public List<String> tenants() {
        return registry.tenants().stream().map(Tenant::id).toList();
    }

    /** The tenant of an id. */
    public Optional<Tenant> tenant(String id) {
        return registry.tenant(id);
    }

    /**
     * What is to be had of a tenant's keys.
     *
     * @param place where they come from
     * @param fitting how many can be used with the accepted algorithms
     * @param faults one sentence for each key that cannot be used
     * @param why there is none; empty if there is one
     */
    public record KeysSeen(String place, long fitting, List<String> faults, String why) {
        public KeysSeen {
            faults = List.copyOf(faults);
        }
    }

    /** Looks at its keys now; empty for a tenant whose callers bring no token. */
    public Optional<KeysSeen> keys(String tenant) {
        return trust(tenant)
                .map(trust -> KeyTrial.of(trust, fetch))
                .map(keys -> new KeysSeen(keys.place(), keys.fitting(), keys.faults(), keys.why()));
    }

    /** The base addresses its tokens may be made for; none if its callers bring no token. */
    public List<String> addresses(String tenant) {
        return trust(tenant).map(Trust::addresses).orElse(List.of());
    }

    /**
     * What becomes of a token.
     *
     * @param endpoint the path it opens; absent if none
     * @param wrong why it opens none, without the token itself
     * @param remedy what to do about it
     */
    public record Verdict(Optional<String> endpoint, String wrong, String remedy) {}

    /** What becomes of a token at any of our paths; empty for a tenant whose callers bring no token. */
    public Optional<Verdict> verdict(String tenant, String token, List<String> endpoints) {
        return trust(tenant)
                .map(trust -> new Trial(trust, clock).of(token, endpoints))
                .map(verdict -> new Verdict(verdict.endpoint(), verdict.wrong(), verdict.remedy()));
    }

    private Optional<Trust> trust(String tenant) {
        return registry.all().stream()
                .filter(one -> one.tenant().id().equals(tenant))
                .findFirst()
                .flatMap(Registration::trust);
    }

    /** Drops every connection. */
    @Override
    public void close() {
        fetch.close();
    }
}
