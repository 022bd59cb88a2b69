package org.pmlguard.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnServersTest {

    private static final FhirServer OURS = FhirServer.at("http://127.0.0.1:8080/demo/fhir");

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withUserConfiguration(TenantConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
            .withBean(OwnServers.class, () -> new OwnServers(() -> List.of(OURS)));

    @Test
    void whoTriesItOutMayHaveOurOwnServerRead() {
        server.run(context -> {
            Tenant trial = context.getBean(Tenants.class).caller(new MockHttpServletRequest());
            assertThat(trial.server("http://127.0.0.1:8080/demo/fhir")).contains(OURS);
            assertThat(trial.server("http://127.0.0.1:8080/demo")).isEmpty();
            assertThat(trial.server("http://127.0.0.1:8081/demo/fhir")).isEmpty();
        });
    }

    @Test
    void aConfiguredTenantMayNot() {
        server.withPropertyValues("pmlguard.tenants[0].id=st-mary").run(context -> {
            Tenant configured = context.getBean(Tenants.class).caller(new MockHttpServletRequest());
            assertThat(configured.server("http://127.0.0.1:8080/demo/fhir")).isEmpty();
        });
    }
}
