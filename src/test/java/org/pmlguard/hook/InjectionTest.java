package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Texts of a record that try to be more than text, in every text of a call, and what a browser makes of the cards. The cards
 * are rendered by the most trusting renderer there is: all of GFM, raw HTML let through, no address refused.
 */
class InjectionTest extends ServerTest {

    private static final Set<String> TEXTS = Set.of(
            "text", "display", "unit", "valueString", "name", "family", "comment", "title", "description", "reference");
    private static final List<org.commonmark.Extension> GFM =
            List.of(TablesExtension.create(), AutolinkExtension.create(), StrikethroughExtension.create());
    private static final Parser PARSER = Parser.builder().extensions(GFM).build();
    private static final HtmlRenderer TRUSTING = HtmlRenderer.builder()
            .extensions(GFM)
            .escapeHtml(false)
            .sanitizeUrls(false)
            .build();
    private static final List<String> PAYLOADS = Payloads.all();
    private static final WireMockServer HOST =
            new WireMockServer(wireMockConfig().dynamicPort());

    static {
        HOST.start();
    }

    @TempDir
    Path scratch;

    @AfterAll
    static void stop() {
        HOST.stop();
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(PAYLOADS).hasSizeGreaterThan(300).doesNotHaveDuplicates();
    }

    /** Each payload stands in some of the texts, each text holds some of the payloads. */
    @Test
    void noTextOfARecordActsInACard() throws Exception {
        harmless(20);
    }

    /** Each payload stands in each of the texts once. */
    @Test
    @Tag("proof")
    void noTextOfARecordActsInACardWhateverStandsWhere() throws Exception {
        harmless(PAYLOADS.size());
    }

    private void harmless(int calls) throws Exception {
        List<String> sections = new ArrayList<>();
        for (int n = 0; n < calls; n++) {
            for (JsonNode card : cards("pml-order-sign", poisoned(n * PAYLOADS.size() / calls))) {
                sections.add(section(card));
            }
        }
        assertThat(sections).hasSizeGreaterThanOrEqualTo(calls);
        String dom = shown(String.join("\n", sections));
        assertThat(dom).contains("<output>0</output>").contains("section");
        String body = dom.substring(dom.indexOf("<main>"), dom.indexOf("</main>"));
        assertThat(body).doesNotContainPattern("<(?!/?(section|p|br|hr|strong|em|ul|li|ol|main)\\b)[a-zA-Z]");
        assertThat(HOST.getAllServeEvents().stream()
                        .map(event -> event.getRequest())
                        .map(LoggedRequest::getUrl))
                .allMatch(url -> url.equals("/page") || url.equals("/favicon.ico"));
    }

    /** A call in which every text begins as it was and ends with a payload. */
    private static JsonNode poisoned(int offset) {
        ObjectNode order = Requests.order("nora-high-index", "603541", "natalizumab [Tysabri]");
        order.putArray("dosageInstruction").addObject().put("text", "300 mg every 4 weeks");
        order.putArray("note").addObject().put("text", "note");
        ObjectNode call = Requests.withPrefetch(
                Requests.call("order-sign", "nora-high-index", order), NamedPatient.on(TODAY, "nora-high-index"));
        int[] next = {offset};
        poison(call, next);
        return call;
    }

    private static void poison(JsonNode node, int[] next) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.path(name);
                if (value.isString() && TEXTS.contains(name) && !isReference(object, name)) {
                    object.put(name, value.asString() + " " + PAYLOADS.get(next[0]++ % PAYLOADS.size()));
                } else {
                    poison(value, next);
                }
            }
        } else {
            node.forEach(child -> poison(child, next));
        }
    }

    /** References say whose a row is; a wrong one would only have it discarded. */
    private static boolean isReference(ObjectNode object, String name) {
        return name.equals("reference") && object.path(name).asString().startsWith("Patient/");
    }

    private static String section(JsonNode card) {
        StringBuilder html = new StringBuilder("<section>");
        html.append(rendered(card.path("summary").asString()))
                .append(rendered(card.path("detail").asString()));
        card.path("suggestions")
                .forEach(one -> html.append(rendered(one.path("label").asString())));
        card.path("overrideReasons")
                .forEach(one -> html.append(rendered(one.path("display").asString())));
        return html.append("</section>").toString();
    }

    private static String rendered(String markdown) {
        return TRUSTING.render(PARSER.parse(markdown));
    }

    private String shown(String content) throws Exception {
        HOST.resetAll();
        HOST.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(404)));
        HOST.stubFor(get(urlPathEqualTo("/page"))
                .willReturn(okForContentType("text/html;charset=utf-8", """
                <!doctype html><html><head><script>
                let hits = 0;
                for (const name of ['alert', 'confirm', 'prompt', 'open']) window[name] = () => { hits++; };
                addEventListener('load', () => setTimeout(() => {
                  for (const one of document.querySelectorAll('main *')) {
                    for (const kind of ['mouseover', 'focus', 'toggle', 'click']) one.dispatchEvent(new Event(kind));
                  }
                  document.querySelector('output').textContent = hits;
                }, 500));
                </script></head><body><output></output><main>%s</main></body></html>""".formatted(content))));
        return RenderedPage.dom("http://localhost:" + HOST.port() + "/page", scratch);
    }

    /** The filter of the rule book is the only text of a reader that a page shows. */
    @Test
    void noTextOfAReaderActsInAPage() {
        for (String payload :
                PAYLOADS.stream().filter(one -> one.length() < 1_000).toList()) {
            String query = java.net.URLEncoder.encode(payload, java.nio.charset.StandardCharsets.UTF_8);
            String page = send(request("/knowledge?q=" + query).GET().build()).body();
            assertThat(page)
                    .as(payload)
                    .doesNotContainPattern("<(script|img|svg|iframe|object|embed|base|meta http)")
                    .doesNotContainPattern("(href|src|action)=\"[^\"]*(evil|javascript)");
        }
    }
}
