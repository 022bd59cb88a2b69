package org.pmlguard.tenant;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;
import org.pmlguard.tenant.token.KeyFetch;
import org.pmlguard.tenant.token.Keys;
import org.pmlguard.tenant.token.PublishedKeys;
import org.pmlguard.tenant.token.PublishedKeys.Held;
import org.pmlguard.tenant.token.RememberedTokenIds;
import org.pmlguard.tenant.token.Signatures;
import org.pmlguard.tenant.token.StoredTokenIds;
import org.pmlguard.tenant.token.TokenIds;
import org.pmlguard.tenant.token.TokenVerifier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the tenants known to the other rooms, after the whole configuration was found safe. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WatchProperties.class, CrowdProperties.class})
class TenantConfiguration {

    /** Before anything else is made, so that everything that is wrong is said at once. */
    @Bean
    static BeanFactoryPostProcessor startCheck(Environment environment) {
        return factory -> {
            Violations violations = new Violations();
            Signatures ofTheJdk = Signatures.ofTheJdk();
            try (KeyFetch never = new KeyFetch(ofTheJdk, Duration.ZERO)) {
                Function<URI, Keys> unasked = published(never, Clock.systemUTC());
                Registry registry = new RegistryReader(environment, unasked, ofTheJdk).read(violations);
                new ProductionRules(environment, violations).check(registry);
            }
            violations.refuse();
        };
    }

    @Bean
    KeyFetch keyFetch(Signatures signatures, WatchProperties settings) {
        return new KeyFetch(signatures, settings.keysTimeout());
    }

    @Bean
    Signatures signatures() {
        return Signatures.fastest();
    }

    @Bean
    RegistryReader registryReader(Environment environment, KeyFetch fetch, Signatures signatures, Clock clock) {
        return new RegistryReader(environment, published(fetch, clock), signatures);
    }

    @Bean
    Tenants tenants(RegistryReader reader, TokenIds ids, Clock clock, ObjectProvider<OwnServers> own) {
        return new Tenants(reader.read(), new TokenVerifier(ids, clock), own.getIfAvailable(OwnServers::none));
    }

    @Bean
    TenantWatch tenantWatch(Environment environment, RegistryReader reader, Tenants tenants, WatchProperties settings) {
        return new TenantWatch(RegistryReader.files(environment), reader, tenants, settings.tenantsRefresh());
    }

    @Bean
    @ConditionalOnProperty(name = "pmlguard.used-tokens", havingValue = "memory", matchIfMissing = true)
    TokenIds rememberedTokenIds(Clock clock) {
        return new RememberedTokenIds(clock);
    }

    @Bean
    @ConditionalOnProperty(name = "pmlguard.used-tokens", havingValue = "database")
    TokenIds storedTokenIds(DataSource database, Clock clock) {
        JdbcTemplate impatient = new JdbcTemplate(database);
        impatient.setQueryTimeout(1);
        return new StoredTokenIds(JdbcClient.create(impatient), clock);
    }

    @Bean
    FrontDoor frontDoor(Tenants tenants, CrowdProperties settings, MeterRegistry registry) {
        return new FrontDoor(tenants, new Crowd(settings.mostCalls()), new DoorCounts(registry));
    }

    /** One ring of keys for each address, which outlives readings of the configuration. */
    static Function<URI, Keys> published(KeyFetch fetch, Clock clock) {
        Map<URI, PublishedKeys> rings = new ConcurrentHashMap<>();
        Cache<URI, Held> lastGood = Caffeine.newBuilder()
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfterWrite(PublishedKeys.LONGEST)
                .build();
        return address -> rings.computeIfAbsent(address, jku -> new PublishedKeys(jku, fetch, lastGood, clock));
    }
}
