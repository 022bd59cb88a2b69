package org.pmlguard.tenant;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.pmlguard.tenant.token.Keys;
import org.pmlguard.tenant.token.Signatures;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.core.env.Environment;

/** Reads the tenants from the configuration and from the directory it names. */
final class RegistryReader {

    private static final String TENANTS = "pmlguard.tenants";

    private final Environment environment;
    private final Function<URI, Keys> published;
    private final Signatures signatures;

    RegistryReader(Environment environment, Function<URI, Keys> published, Signatures signatures) {
        this.environment = environment;
        this.published = published;
        this.signatures = signatures;
    }

    /** The directory with tenant files, if one is configured. */
    static Optional<TenantFiles> files(Environment environment) {
        return Optional.of(environment.getProperty("pmlguard.tenants-directory", ""))
                .filter(directory -> !directory.isBlank())
                .map(directory -> new TenantFiles(Path.of(directory)));
    }

    /**
     * Reads all of it.
     *
     * @throws ConfigurationRefused if any of it is wrong
     */
    Registry read() {
        Violations violations = new Violations();
        Registry registry = read(violations);
        violations.refuse();
        return registry;
    }

    /** Reads what can be read, and notes what is wrong. */
    Registry read(Violations violations) {
        Optional<TenantFiles> files = files(environment);
        TrustReader trusts = new TrustReader(
                violations,
                environment.getProperty("pmlguard.public-url", ""),
                published,
                files.map(TenantFiles::directory).orElse(Path.of("")),
                signatures);
        TenantReader reader = new TenantReader(violations, trusts);
        List<TenantEntry> entries = entries(violations);
        for (int n = 0; n < entries.size(); n++) {
            reader.read(TENANTS + "[" + n + "].", entries.get(n));
        }
        files.ifPresent(directory -> directory.read(reader, violations));
        return reader.registry();
    }

    private List<TenantEntry> entries(Violations violations) {
        try {
            return Binder.get(environment)
                    .bind(
                            TENANTS,
                            Bindable.listOf(TenantEntry.class),
                            new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                    .orElse(List.of());
        } catch (BindException e) {
            violations.add(TENANTS, "has a setting that is unknown or of the wrong kind: " + Violations.place(e));
            return List.of();
        }
    }
}
