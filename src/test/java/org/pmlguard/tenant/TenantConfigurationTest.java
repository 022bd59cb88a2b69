package org.pmlguard.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.tenant.Tenant.Auth;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TenantConfigurationTest {

    private final ApplicationContextRunner server =
            new ApplicationContextRunner().withUserConfiguration(TenantConfiguration.class);

    @Test
    void withoutConfigurationThereIsOneOpenTenantThatReadsNoServer() {
        server.run(context -> assertThat(context.getBean(Tenants.class).caller())
                .contains(new Tenant("trial", Auth.NONE, List.of())));
    }

    @Test
    void aTenantFindsItsServersByTheirExactAddress() {
        server.withPropertyValues(
                        "pmlguard.tenants[0].id=st-mary",
                        "pmlguard.tenants[0].fhir-servers[0]=https://ehr.example/fhir",
                        "pmlguard.tenants[0].fhir-servers[1]=http://localhost:8080/fhir")
                .run(context -> {
                    Tenant tenant = context.getBean(Tenants.class).caller().orElseThrow();
                    assertThat(tenant.server("https://ehr.example/fhir/"))
                            .contains(FhirServer.at("https://ehr.example/fhir"));
                    assertThat(tenant.server("https://ehr.example/fhir/R4")).isEmpty();
                });
    }

    @Test
    void aTenantMayHaveADeadlineAndTermsOfItsOwn() {
        server.withPropertyValues(
                        "pmlguard.tenants[0].id=st-mary",
                        "pmlguard.tenants[0].deadline=2s",
                        "pmlguard.tenants[0].fhir.private-network=true",
                        "pmlguard.tenants[0].fhir.plain-http=true",
                        "pmlguard.tenants[0].fhir.post-search=true",
                        "pmlguard.tenants[0].fhir-servers[0]=http://10.1.2.3/fhir")
                .run(context -> {
                    Tenant tenant = context.getBean(Tenants.class).caller().orElseThrow();
                    assertThat(tenant.deadline()).contains(Duration.ofSeconds(2));
                    assertThat(tenant.servers())
                            .containsExactly(
                                    FhirServer.at("http://10.1.2.3/fhir", new FhirServer.Terms(true, true, true)));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "11s"})
    void aDeadlineThatNoEhrWaitsForIsRefused(String deadline) {
        server.withPropertyValues("pmlguard.tenants[0].id=st-mary", "pmlguard.tenants[0].deadline=" + deadline)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("pmlguard.tenants[0].deadline must be above 0 and at most 10s"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndByPropertyPath() {
        server.withPropertyValues(
                        "pmlguard.tenants[0].id=St Mary",
                        "pmlguard.tenants[0].fhir-servers[0]=http://ehr.example/fhir",
                        "pmlguard.tenants[1].id=b",
                        "pmlguard.tenants[2].id=b",
                        "pmlguard.tenants[2].auth=password")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOfSatisfying(
                                TenantsInvalid.class,
                                invalid -> assertThat(invalid.violations())
                                        .containsExactly(
                                                "pmlguard.tenants[0].id must be 1 to 63 lower case letters, digits or hyphens",
                                                "pmlguard.tenants[0].fhir-servers[0] must use https; http is for this machine"
                                                        + " only",
                                                "pmlguard.tenants[1].auth is none for a second tenant; calls without proof"
                                                        + " could not be told apart",
                                                "pmlguard.tenants[2].id is used twice",
                                                "pmlguard.tenants[2].auth must be none or jwt")));
    }

    @Test
    void ratherThanRunOpenByMistakeTheServerDoesNotStart() {
        server.withPropertyValues("pmlguard.tenants[0].id=st-mary", "pmlguard.tenants[0].auth=jwt")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining(
                                "pmlguard.tenants[0].auth is jwt, but this version cannot verify tokens yet"));
    }
}
