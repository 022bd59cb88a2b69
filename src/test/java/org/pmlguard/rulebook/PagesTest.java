package org.pmlguard.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Period;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.rulebook.words.Times;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;

/** The rule book over HTTP. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesTest {

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    int port;

    @Autowired
    Knowledge knowledge;

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    @Test
    void everyRuleHasItsPageInThreeKinds() throws Exception {
        for (Rule rule : knowledge.rules()) {
            assertThat(page("/knowledge/rules/" + rule.id()))
                    .contains(escaped(rule.title()), rule.status().replace('-', ' '));
            assertThat(page("/knowledge/rules/" + rule.id() + ".json")).contains(rule.id());
            assertThat(page("/knowledge/fhir/PlanDefinition/" + rule.id())).contains("\"PlanDefinition\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/knowledge/rules/PML-999",
                "/knowledge/rules/PML-999.json",
                "/knowledge/fhir/PlanDefinition/PML-999",
                "/assets/none.css"
            })
    void whatDoesNotExistIsNotFound(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void anUnknownRuleIsAPageThatSaysWhy() throws Exception {
        assertThat(get("/knowledge/rules/PML-999").body()).contains("No rule has this id", "edition");
    }

    @Test
    void everyThresholdOfEveryRuleStandsOnThePage() throws Exception {
        String page = page("/knowledge");
        JsonNode rules = RuleJson.JSON.readTree(page("/knowledge.json")).path("rules");
        assertThat(thresholds(rules))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(page).contains(words));
    }

    /** Every number and every length of time anywhere below a node, as the page says it. */
    private static Stream<String> thresholds(JsonNode node) {
        if (node.isNumber()) {
            return Stream.of(node.decimalValue().toPlainString());
        }
        if (node.isString() && node.asString().matches("P[0-9]+[DWMY]")) {
            return Stream.of(Times.words(Period.parse(node.asString())));
        }
        return node.valueStream().flatMap(PagesTest::thresholds);
    }

    @Test
    void theEditionAndEveryDrugAndConditionStandOnThePage() throws Exception {
        String page = page("/knowledge");
        assertThat(page)
                .contains(knowledge.edition().sha256(), knowledge.edition().standing());
        knowledge.drugs().all().forEach(drug -> assertThat(page).contains(escaped(drug.name())));
        knowledge.conditions().all().forEach(one -> assertThat(page).contains(escaped(one.name())));
    }

    @Test
    void theFilterKeepsWhatFits() throws Exception {
        assertThat(page("/knowledge?indicator=critical&drug=natalizumab&q=24%20MONTHS"))
                .contains("id=\"PML-019\"")
                .doesNotContain("id=\"PML-018\"", "id=\"PML-030\"");
    }

    @Test
    void aFilterThatFitsNothingSaysWhy() throws Exception {
        assertThat(page("/knowledge?q=no-such-words%3Cb%3E"))
                .contains("No rule fits this filter")
                .contains("no-such-words&lt;b&gt;")
                .doesNotContain("words<b>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/knowledge", "/knowledge/rules/PML-019", "/knowledge/rules/none", "/knowledge.json"})
    void aBrowserMayOnlyShowOurOwnStyle(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(header(answer, "Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self'; frame-ancestors 'none'; "
                        + "base-uri 'none'; form-action 'self'");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.body()).doesNotContain("<script", " style=", "<style", "onclick");
    }

    @Test
    void theStyleIsServed() throws Exception {
        HttpResponse<String> style = get("/assets/pml-guard.css");
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(header(style, "Content-Type")).startsWith("text/css");
        assertThat(header(style, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void theLibraryCarriesTheJsonOfThePage() throws Exception {
        JsonNode library = RuleJson.JSON.readTree(page("/knowledge/fhir/Library"));
        byte[] carried = java.util.Base64.getDecoder()
                .decode(library.path("content").path(0).path("data").asString());
        assertThat(RuleJson.JSON.readTree(carried)).isEqualTo(RuleJson.JSON.readTree(page("/knowledge.json")));
    }

    private static String header(HttpResponse<String> answer, String name) {
        Optional<String> value = answer.headers().firstValue(name);
        return value.orElse("");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;");
    }
}
