package org.pmlguard.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pmlguard.tenant.token.Signer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The directory with a file for each tenant, and changes to it while the server runs. */
@ExtendWith(OutputCaptureExtension.class)
class TenantFilesTest {

    private static final String MARY = """
            id: st-mary
            auth: jwt
            issuer: https://ehr.mary.example
            jwks-file: st-mary.json
            fhir-servers:
              - https://fhir.mary.example/r4
            deadline: 2s
            """;

    @TempDir
    Path directory;

    private ApplicationContextRunner server() {
        return new ApplicationContextRunner()
                .withUserConfiguration(TenantConfiguration.class)
                .withBean(Clock.class, Clock::systemUTC)
                .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
                .withPropertyValues(
                        "pmlguard.public-url=https://pml.example",
                        "pmlguard.tenants-refresh=1h",
                        "pmlguard.tenants-directory=" + directory);
    }

    @BeforeEach
    void mary() throws IOException {
        write("st-mary.yaml", MARY);
        write("st-mary.json", Signer.published(Signer.curve(Curve.P_384, "k")));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }

    private static List<String> ids(Tenants tenants) {
        return tenants.all().stream().map(Tenant::id).toList();
    }

    @Test
    void eachFileIsATenant() {
        server().run(context -> {
            Tenant mary = context.getBean(Tenants.class).all().getFirst();
            assertThat(mary.id()).isEqualTo("st-mary");
            assertThat(mary.servers()).containsExactly(FhirServer.at("https://fhir.mary.example/r4"));
            assertThat(mary.terms().deadline())
                    .hasValueSatisfying(due -> assertThat(due).hasSeconds(2));
        });
    }

    @Test
    void aChangeIsTakenOver() {
        server().run(context -> {
            write("st-john.yaml", MARY.replace("mary", "john").replace("st-john.json", "st-mary.json"));
            context.getBean(TenantWatch.class).look();
            assertThat(ids(context.getBean(Tenants.class))).containsExactly("st-john", "st-mary");
            Files.delete(directory.resolve("st-mary.yaml"));
            context.getBean(TenantWatch.class).look();
            assertThat(ids(context.getBean(Tenants.class))).containsExactly("st-john");
        });
    }

    @Test
    void aWrongFileChangesNothingAndIsReportedOnce(CapturedOutput log) {
        server().run(context -> {
            write("st-john.yaml", "id: st-john\nauth: jwt\nisuer: typing-error-canary\n");
            context.getBean(TenantWatch.class).look();
            context.getBean(TenantWatch.class).look();
            assertThat(ids(context.getBean(Tenants.class))).containsExactly("st-mary");
        });
        assertThat(log.getAll())
                .containsOnlyOnce("the last good ones stay")
                .contains("st-john.yaml: has a setting that is unknown or of the wrong kind: isuer")
                .doesNotContain("typing-error-canary");
    }

    @Test
    void atTheStartAWrongFileIsRefused() throws IOException {
        write("broken.yaml", "id: [}");
        write("empty.yaml", "");
        write("keyless.yaml", MARY.replace("mary", "keyless"));
        server().run(context -> assertThat(context.getStartupFailure())
                .isInstanceOfSatisfying(
                        ConfigurationRefused.class,
                        refused -> assertThat(refused.violations())
                                .containsExactly(
                                        "broken.yaml: is not valid YAML",
                                        "empty.yaml: id must be 1 to 63 lower case letters, digits or hyphens",
                                        "keyless.yaml: jwks-file cannot be read")));
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        server().withPropertyValues("pmlguard.tenants-directory=" + directory.resolve("none"))
                .run(context -> assertThat(context.getStartupFailure())
                        .hasMessageContaining("pmlguard.tenants-directory cannot be read"));
    }
}
