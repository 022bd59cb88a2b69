package org.pmlguard.tenant;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Looks at the tenants' directory now and then and takes changes over. Files that are wrong change nothing: the last good
 * registry stays, and the log says what is wrong, once.
 */
final class TenantWatch implements InitializingBean, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(TenantWatch.class);

    private final Optional<TenantFiles> files;
    private final RegistryReader reader;
    private final Tenants tenants;
    private final Duration every;
    private final AtomicReference<String> seen = new AtomicReference<>("");
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tenants").daemon().factory());

    TenantWatch(Optional<TenantFiles> files, RegistryReader reader, Tenants tenants, Duration every) {
        this.files = files;
        this.reader = reader;
        this.tenants = tenants;
        this.every = every;
    }

    @Override
    public void afterPropertiesSet() throws IOException {
        if (files.isPresent()) {
            seen.set(files.get().fingerprint());
            long pause = every.toMillis();
            var _ = clockwork.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
        }
    }

    /** Reads the directory again if anything in it has changed. */
    void look() {
        try {
            String now = files.orElseThrow().fingerprint();
            if (!now.equals(seen.getAndSet(now))) {
                takeOver();
            }
        } catch (IOException | RuntimeException e) {
            LOG.error(
                    "tenants not looked at; the last good ones stay; kind={}",
                    e.getClass().getName());
        }
    }

    private void takeOver() {
        try {
            Registry registry = reader.read();
            tenants.exchange(registry);
            LOG.info("tenants read again: {}", registry);
        } catch (ConfigurationRefused refused) {
            LOG.error("tenants not taken over; the last good ones stay: {}", String.join("; ", refused.violations()));
        }
    }

    @Override
    public void destroy() {
        clockwork.shutdownNow();
    }
}
