package org.pmlguard.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The pages of a server whose site changed the pack. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SitePagesTest {

    @TempDir
    private static Path site;

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    int port;

    @DynamicPropertySource
    static void overlay(DynamicPropertyRegistry registry) throws IOException {
        Files.writeString(site.resolve("settings.yaml"), "settings: {jcv-index-high: 1.2}");
        Files.writeString(
                site.resolve("rules.yaml"), "rules: [{id: PML-051, enabled: false}, {id: PML-050, shadow: true}]");
        registry.add("pmlguard.knowledge.overlay", site::toString);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://localhost:" + port + path);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void theBookHoldsTheSiteAgainstThePackAsShipped() throws Exception {
        assertThat(get("/knowledge").body())
                .contains("What this site changed", "Rules that are switched off", "id=\"setting-jcv-index-high\"")
                .contains("index above 1.5", "index above 1.2");
    }

    @Test
    void theRulesPageShowsWhatIsOtherwiseInIt() throws Exception {
        assertThat(get("/knowledge/rules/PML-019").body())
                .contains("Changed by this site", "index above 1.5", "index above 1.2");
        assertThat(get("/knowledge/rules/PML-030").body()).doesNotContain("Changed by this site");
    }

    @Test
    void aRuleInShadowSaysSoOnItsPageAndInTheBook() throws Exception {
        assertThat(get("/knowledge/rules/PML-050").body())
                .contains("This site keeps this rule in shadow", "in shadow: judged and recorded, never on a card");
        assertThat(get("/knowledge").body()).contains("in shadow here");
        assertThat(get("/knowledge/rules/PML-050.json").body()).contains("\"shadow\":true");
    }

    @Test
    void aRuleThatIsOffHasAPageThatSaysSo() throws Exception {
        HttpResponse<String> page = get("/knowledge/rules/PML-051");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("This site switched this rule off");
    }
}
