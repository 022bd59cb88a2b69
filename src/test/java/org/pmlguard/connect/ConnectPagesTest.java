package org.pmlguard.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.browser.Chromium;
import org.pmlguard.browser.Tab;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.connect.kit.Scopes;
import org.pmlguard.connect.kit.Vendors;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Rule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The pages for health IT, on a server as it is tried out. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConnectPagesTest {

    private static final String SERIOUS = """
            axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
              .filter(one => ['serious', 'critical'].includes(one.impact))
              .map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' ')))""";
    private static final Path PICTURES = Path.of("target", "screenshots");

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    int port;

    @Autowired
    Discovery discovery;

    @Autowired
    Knowledge knowledge;

    private String base() {
        return "http://localhost:" + port;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(base() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyServiceStandsThereWithItsAddressAndWhatItNeeds() throws Exception {
        String page = get("/connect").body();
        for (Service service : discovery.services()) {
            assertThat(page).contains(base() + "/cds-services/" + service.id() + "/feedback", service.description());
        }
        Scopes.of(discovery.services()).forEach(scope -> assertThat(page).contains(scope.first(), scope.second()));
        assertThat(page).contains("public address of this server is not configured");
    }

    @Test
    void theSheetForMachinesSaysTheSame() throws Exception {
        HttpResponse<String> answer = get("/connect/registration.json");
        JsonNode sheet = JsonMapper.shared().readTree(answer.body());
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(sheet.path("services").size()).isEqualTo(discovery.services().size());
        assertThat(sheet.path("scopes").path("smartV2").size()).isEqualTo(7);
        assertThat(sheet.path("services").path(0).path("prefetch").has("labs")).isTrue();
    }

    @Test
    void theGuideInHooksSaysWhatThePageSays() throws Exception {
        String guide = Files.readString(Path.of("hooks", "README.md"));
        for (Service service : discovery.services()) {
            assertThat(guide).contains("{base}/cds-services/" + service.id());
        }
        Scopes.of(discovery.services()).forEach(scope -> assertThat(guide).contains(scope.first(), scope.second()));
        Vendors.shipped().vendors().stream()
                .flatMap(vendor -> vendor.notes().stream())
                .forEach(note -> assertThat(guide.replaceAll("\\s+", " ")).contains(note.text()));
    }

    @Test
    void anExampleIsTheFileItIs() throws Exception {
        String file = "natalizumab-year-3-high-index.request.json";
        assertThat(get("/connect/examples/pml-order-sign/" + file).body())
                .isEqualTo(Files.readString(Path.of("hooks", "pml-order-sign", "examples", file)));
        assertThat(get("/connect/examples/pml-order-sign/other.json").statusCode())
                .isEqualTo(404);
        assertThat(get("/connect/examples/..%2F..%2Fapplication.yml/x").statusCode())
                .isBetween(400, 404);
    }

    @Test
    void theSelfTestOfTheTrialPassesOnThePage() throws Exception {
        String page = get("/connect/doctor").body();
        assertThat(page).contains("CALL-07", "passed").doesNotContain(">failed<");
        assertThat(get("/connect/doctor").body()).isEqualTo(page);
    }

    @Test
    void everyRuleIsDisclosed() throws Exception {
        String page = get("/dsi").body();
        assertThat(knowledge.rules().stream().map(Rule::id))
                .allSatisfy(id -> assertThat(page).contains(">" + id + "<"));
        assertThat(get("/dsi.json").headers().firstValue("Content-Type")).contains("application/json;charset=UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connect", "/connect/doctor", "/dsi"})
    void aBrowserMayOnlyShowOurOwnStyle(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; style-src 'self'; img-src 'self'");
        assertThat(answer.body()).doesNotContain("<script", " style=", "<style", "onclick", " th:");
    }

    @Test
    @EnabledIf(value = "isChromiumHere", disabledReason = "no Chromium on this machine")
    void theyAreAccessibleAndFitAPhone() throws Exception {
        try (Chromium browser = Chromium.start()) {
            for (String path : new String[] {"/connect", "/connect/doctor", "/dsi"}) {
                for (int width : new int[] {1280, 400}) {
                    Tab tab = browser.tab(width, 900);
                    tab.open(base() + path);
                    isAccessibleAndFits(tab);
                    tab.picture(PICTURES.resolve(path.replace("/", "-").substring(1) + "-" + width + ".png"), 2400);
                    tab.prefer("dark");
                    isAccessibleAndFits(tab);
                }
            }
        }
    }

    static boolean isChromiumHere() {
        return Chromium.found().isPresent();
    }

    private static void isAccessibleAndFits(Tab tab) throws IOException {
        try (InputStream axe = ConnectPagesTest.class.getResourceAsStream("/axe-core-4.14.1/axe.min.js")) {
            tab.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; true");
        }
        assertThat(tab.evaluate(SERIOUS)).isEmpty();
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .isTrue();
    }
}
