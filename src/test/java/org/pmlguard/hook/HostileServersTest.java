package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Callers that would have us connect elsewhere. */
@ExtendWith(OutputCaptureExtension.class)
class HostileServersTest extends ServerTest {

    private static final String TOKEN = "canary-token-77aa";
    private static final Path CORPUS = Path.of("src", "test", "resources", "hostile", "fhir-servers.txt");
    private static final RawServer CANARY = new RawServer();
    private static final WireMockServer EHR =
            new WireMockServer(wireMockConfig().dynamicPort());

    static {
        EHR.start();
    }

    @DynamicPropertySource
    static void registered(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.tenants[0].id", () -> "test");
        registry.add("pmlguard.tenants[0].fhir-servers[0]", () -> "http://localhost:" + EHR.port() + "/fhir");
        registry.add("pmlguard.deadline", () -> "3s");
    }

    @AfterAll
    static void stop() {
        EHR.stop();
        CANARY.close();
    }

    private static List<String> corpus() throws IOException {
        return Files.readAllLines(CORPUS, StandardCharsets.UTF_8).stream()
                .filter(line -> line.startsWith("\""))
                .map(line -> Requests.JSON.readTree(line).asString())
                .map(url -> url.replace("{ehr}", "" + EHR.port()).replace("{canary}", "" + CANARY.port()))
                .toList();
    }

    private HttpResponse<String> sign(String server) {
        ObjectNode order = Requests.order("emma-stable", "603541", "natalizumab [Tysabri]");
        return post(
                "pml-order-sign",
                Requests.withServer(Requests.call("order-sign", "emma-stable", order), server, TOKEN)
                        .toString());
    }

    private static boolean saysWhatIsMissing(HttpResponse<String> answer) {
        JsonNode cards = Requests.JSON.readTree(answer.body()).path("cards");
        return answer.statusCode() == 200
                && cards.valueStream()
                        .anyMatch(card -> card.path("summary").asString("").contains("incomplete"));
    }

    @Test
    void noneOfThemIsConnectedToAndEachIsAnsweredWithACardThatSaysSo(CapturedOutput output) throws IOException {
        EHR.stubFor(any(anyUrl()).willReturn(okJson("{\"resourceType\": \"Bundle\"}")));
        List<String> corpus = corpus();
        assertThat(corpus).hasSizeGreaterThan(200);
        assertThat(corpus).allMatch(url -> saysWhatIsMissing(sign(url)));
        assertThat(CANARY.connections()).isZero();
        EHR.verify(0, anyRequestedFor(anyUrl()));
        assertThat(output).doesNotContain(TOKEN);
    }

    @Test
    void theRegisteredServerItselfIsAsked() {
        EHR.stubFor(any(anyUrl()).willReturn(okJson("{\"resourceType\": \"Bundle\"}")));
        sign("http://LOCALHOST:" + EHR.port() + "/fhir/");
        assertThat(EHR.countRequestsMatching(anyRequestedFor(anyUrl()).build()).getCount())
                .isEqualTo(6);
        EHR.resetRequests();
    }
}
