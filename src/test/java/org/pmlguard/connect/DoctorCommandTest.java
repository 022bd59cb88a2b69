package org.pmlguard.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.PmlGuard;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The command, as health IT uses it. */
class DoctorCommandTest {

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    private int run(Clock clock, String... arguments) {
        List<String> all = new ArrayList<>(List.of(DoctorCommand.NAME));
        all.addAll(List.of(arguments));
        return new DoctorCommand(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(errors, true, StandardCharsets.UTF_8),
                        clock,
                        DoctorCommandTest::start)
                .run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return run(Clock.systemUTC(), arguments);
    }

    private static ConfigurableApplicationContext start(String[] settings) {
        return new SpringApplicationBuilder(PmlGuard.class).run(settings);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theServerPassesItsOwnTest() throws IOException {
        int code = run("--report", folder.toString());
        assertThat(said().lines().filter(line -> line.startsWith("FAILED"))).isEmpty();
        assertThat(said().lines().filter(line -> line.startsWith("SKIPPED")))
                .singleElement()
                .asString()
                .contains("WIRE-01", "this address is http");
        assertThat(code).isEqualTo(DoctorCommand.CLEAN);
        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(folder.resolve("report.json")))
                        .path("passed")
                        .asInt())
                .isGreaterThan(60);
        assertThat(Files.readString(folder.resolve("report.html")))
                .contains("CALL-07", "Signed off by", "href=\"pml-guard.css\"")
                .doesNotContain(" th:", "<script", " style=");
        assertThat(folder.resolve("pml-guard.css")).isNotEmptyFile();
        assertThat(folder.resolve("report.txt")).hasContent(said());
    }

    @Test
    void aServerThatAnswersEverythingWithAnEmptyObjectFails() {
        WireMockServer other = new WireMockServer(wireMockConfig().dynamicPort());
        other.start();
        try {
            other.stubFor(com.github.tomakehurst.wiremock.client.WireMock.any(
                            com.github.tomakehurst.wiremock.client.WireMock.anyUrl())
                    .willReturn(com.github.tomakehurst.wiremock.client.WireMock.okJson("{}")));
            assertThat(run("--url", other.baseUrl())).isEqualTo(DoctorCommand.FAILED);
        } finally {
            other.stop();
        }
        assertThat(said())
                .contains(
                        "FAILED   DISC-01",
                        "FAILED   DISC-03",
                        "FAILED   CALL-01",
                        "FAILED   CALL-05",
                        "FAILED   CALL-07",
                        "FAILED   CALL-20",
                        "FAILED   CARD-01",
                        "FAILED   FEED-04",
                        "FAILED   WIRE-05")
                .contains("SKIPPED  AUTH-02");
    }

    @Test
    void aServerThatIsNotThereFailsAndIsNotPassedOver() {
        assertThat(run("--url", "http://localhost:9")).isEqualTo(DoctorCommand.FAILED);
        assertThat(said()).contains("DISC-01", "no answer: ConnectException").doesNotContain("PASSED");
    }

    @Test
    void aSiteIsCheckedWithItsOwnFilesAndTheExitCodeSaysWhatCameOfIt() throws IOException {
        WireMockServer ehr = new WireMockServer(wireMockConfig().dynamicPort());
        ehr.start();
        try {
            Site site = new Site(ehr);
            String config = "spring.config.activate.on-profile: default\n" + yaml(site);
            Path file = Files.writeString(folder.resolve("site.yml"), config);
            Path token = Files.writeString(folder.resolve("token.txt"), site.token(claims -> {}));
            Path codes = Files.writeString(
                    folder.resolve("codes.txt"),
                    "# the formulary\nhttp://www.nlm.nih.gov/research/umls/rxnorm|603541\n\nurn:house|17|Something local\n");
            String[] arguments = {
                "--tenant",
                "st-elsewhere",
                "--config",
                file.toString(),
                "--token-file",
                token.toString(),
                "--patient",
                Site.PATIENT,
                "--order-codes",
                codes.toString(),
                "--most-unmapped",
                "60"
            };
            Clock clock = Clock.fixed(Site.NOW, ZoneOffset.UTC);
            assertThat(run(clock, arguments)).as(said()).isEqualTo(DoctorCommand.CLEAN);
            assertThat(said())
                    .contains("4 orders, 2 for drugs known here")
                    .doesNotContain(Site.PATIENT, "Something local");
            ehr.stubFor(get("/jwks.json").willReturn(status(404)));
            assertThat(run(clock, arguments)).isEqualTo(DoctorCommand.FAILED);
            assertThat(run(clock, "--tenant", "nobody", "--config", file.toString()))
                    .isEqualTo(DoctorCommand.UNABLE);
        } finally {
            ehr.stop();
        }
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("no tenant nobody; there are [st-elsewhere]");
    }

    private static String yaml(Site site) {
        StringBuilder lines = new StringBuilder();
        site.settings.forEach((name, value) ->
                lines.append('"').append(name).append("\": \"").append(value).append("\"\n"));
        return lines.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--nonsense x",
                "--url",
                "--url ftp://server.example",
                "--patient p1",
                "--tenant a --url http://localhost",
                "--tenant a --config /no/such/file.yml",
                "--tenant a --token-file /no/such/file",
                "--tenant a --most-unmapped many"
            })
    void whatCannotBeDoneIsSaidAndIsNoFailedCheck(String arguments) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(DoctorCommand.UNABLE);
        assertThat(errors.toString(StandardCharsets.UTF_8)).isNotBlank();
        assertThat(said()).isEmpty();
    }
}
