package org.pmlguard.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.tenant.Tenant.Auth;
import org.pmlguard.tenant.token.Signer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;

@ExtendWith(OutputCaptureExtension.class)
class TenantConfigurationTest {

    private static final String PUBLISHED = Signer.published(Signer.curve(Curve.P_384, "k"));

    private final ApplicationContextRunner server = new ApplicationContextRunner()
            .withUserConfiguration(TenantConfiguration.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(MeterRegistry.class, SimpleMeterRegistry::new);

    private static Tenant open(AssertableApplicationContext context) {
        return context.getBean(Tenants.class).caller(new MockHttpServletRequest());
    }

    private static List<String> violations(AssertableApplicationContext context) {
        Throwable failure = context.getStartupFailure();
        return failure instanceof ConfigurationRefused refused ? refused.violations() : List.of();
    }

    @Test
    void withoutConfigurationThereIsOneOpenTenantThatReadsNoServer() {
        server.run(context -> assertThat(open(context)).isEqualTo(new Tenant("trial", Auth.NONE, List.of())));
    }

    @Test
    void aTenantFindsItsServersByTheirExactAddress() {
        server.withPropertyValues(
                        "pmlguard.tenants[0].id=st-mary",
                        "pmlguard.tenants[0].fhir-servers[0]=https://ehr.example/fhir",
                        "pmlguard.tenants[0].fhir-servers[1]=http://localhost:8080/fhir")
                .run(context -> {
                    assertThat(open(context).server("https://ehr.example/fhir/"))
                            .contains(FhirServer.at("https://ehr.example/fhir"));
                    assertThat(open(context).server("https://ehr.example/fhir/R4"))
                            .isEmpty();
                });
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceAndByPropertyPath() {
        server.withPropertyValues(
                        "pmlguard.cors.allowed-origins[0]=*",
                        "pmlguard.tenants[0].id=St Mary",
                        "pmlguard.tenants[0].fhir-servers[0]=http://ehr.example/fhir",
                        "pmlguard.tenants[0].deadline=11s",
                        "pmlguard.tenants[1].id=b",
                        "pmlguard.tenants[2].id=b",
                        "pmlguard.tenants[2].auth=password",
                        "pmlguard.tenants[2].mode=silent",
                        "pmlguard.tenants[2].issuer=https://ehr.example",
                        "pmlguard.tenants[2].jwks=" + PUBLISHED,
                        "pmlguard.tenants[3].id=c",
                        "pmlguard.tenants[3].auth=jwt",
                        "pmlguard.tenants[3].issuer=https://ehr.example",
                        "pmlguard.tenants[3].algorithms=HS256",
                        "pmlguard.tenants[3].token-lifetime=2h",
                        "pmlguard.tenants[3].jku=http://ehr.example/jwks.json")
                .run(context -> assertThat(violations(context))
                        .containsExactlyInAnyOrder(
                                "pmlguard.cors.allowed-origins takes exact origins, never *",
                                "pmlguard.tenants[0].id must be 1 to 63 lower case letters, digits or hyphens",
                                "pmlguard.tenants[0].fhir-servers[0] must use https; http is for this machine only",
                                "pmlguard.tenants[0].deadline must be above 0 and at most 10s",
                                "pmlguard.tenants[1].auth is none for a second tenant; calls without proof could not be"
                                        + " told apart",
                                "pmlguard.tenants[2].id is used twice",
                                "pmlguard.tenants[2].auth must be none or jwt",
                                "pmlguard.tenants[2].mode must be live or shadow",
                                "pmlguard.public-url must be set: tokens are accepted for that address only",
                                "pmlguard.tenants[3].issuer is another tenant's too; then each needs a tenant-claim of"
                                        + " its own",
                                "pmlguard.tenants[3].token-lifetime must be above 0 and at most 60m",
                                "pmlguard.tenants[3].algorithms must be of ES256, ES384, ES512, RS256, RS384, RS512,"
                                        + " PS256, PS384, PS512",
                                "pmlguard.tenants[3].jku must use https; http is for this machine only"));
    }

    @Test
    void aSettingNobodyKnowsIsATypingError() {
        server.withPropertyValues("pmlguard.tenants[0].id=st-mary", "pmlguard.tenants[0].isuer=https://ehr.example")
                .run(context -> assertThat(violations(context))
                        .containsExactly("pmlguard.tenants has a setting that is unknown or of the wrong kind:"
                                + " pmlguard.tenants[0].isuer"));
    }

    @Test
    void secretKeysAreRefused() {
        Signer signer = Signer.curve(Curve.P_384, "k");
        server.withPropertyValues(
                        "pmlguard.public-url=https://pml.example",
                        "pmlguard.tenants[0].id=st-mary",
                        "pmlguard.tenants[0].auth=jwt",
                        "pmlguard.tenants[0].issuer=https://ehr.example",
                        "pmlguard.tenants[0].jwks={\"keys\":[" + signer.key().toJSONString() + "]}")
                .run(context -> assertThat(violations(context))
                        .containsExactly("pmlguard.tenants[0].jwks key 1 is a secret; publish the public part only"));
    }

    @Test
    void productionDoesNotStartHalfGuardedAndSaysAllOfIt() {
        server.withPropertyValues(
                        "spring.profiles.active=production",
                        "pmlguard.cors.allowed-origins[0]=http://page.example",
                        "pmlguard.ledger.url=jdbc:h2:mem:x",
                        "pmlguard.ledger.password=changeme",
                        "logging.level.org.apache=TRACE",
                        "logging.level.org.pmlguard=DEBUG",
                        "pmlguard.tenants[0].id=open-house",
                        "pmlguard.tenants[0].fhir-servers[0]=http://localhost:8080/fhir")
                .run(context -> assertThat(violations(context))
                        .containsExactly(
                                "pmlguard.cors.allowed-origins must be https origins in production",
                                "pmlguard.public-url must be the https address by which EHRs reach this server",
                                "pmlguard.used-tokens must be database in production; memory lets a token be used once on"
                                        + " every replica and after every start",
                                "pmlguard.ledger.url must be a PostgreSQL database in production",
                                "pmlguard.ledger.password must be set, and not one that can be guessed",
                                "logging.level.org.apache must not be debug or trace in production; libraries log tokens"
                                        + " and patients there",
                                "tenant open-house is open to anybody; every tenant needs auth: jwt in production",
                                "tenant open-house has a FHIR server without https"));
    }

    @Test
    void productionWithoutTenantsDoesNotBecomeATrial() {
        server.withPropertyValues("spring.profiles.active=production")
                .run(context -> assertThat(violations(context))
                        .contains("tenant trial is open to anybody; every tenant needs auth: jwt in production"));
    }

    @Test
    void theRefusalIsAListForPeople(CapturedOutput output) {
        FailureAnalysis said = Objects.requireNonNull(
                new RefusalToStart().analyze(new ConfigurationRefused(List.of("one must", "two must"))));
        new RefusalOnStderr().report(said);
        assertThat(output.getErr()).contains("- one must\n", "- two must", "Correct every line");
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
                    assertThat(open(context).terms().deadline()).contains(Duration.ofSeconds(2));
                    assertThat(open(context).servers())
                            .containsExactly(
                                    FhirServer.at("http://10.1.2.3/fhir", new FhirServer.Terms(true, true, true)));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0s", "-1s", "11s"})
    void aDeadlineThatNoEhrWaitsForIsRefused(String deadline) {
        server.withPropertyValues("pmlguard.tenants[0].id=st-mary", "pmlguard.tenants[0].deadline=" + deadline)
                .run(context -> assertThat(violations(context))
                        .contains("pmlguard.tenants[0].deadline must be above 0 and at most 10s"));
    }
}
