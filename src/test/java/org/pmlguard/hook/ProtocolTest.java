package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** CDS Hooks as a client sees it: discovery, errors, CORS. */
@TestPropertySource(properties = "pmlguard.cors.allowed-origins[0]=https://ehr.example")
class ProtocolTest extends ServerTest {

    private static String definition(Path folder) {
        try {
            return Files.readString(folder.resolve("service.json")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cds-services", "/cds-services/"})
    void discoveryListsTheServicesAsTheirFilesSay(String path) throws IOException {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .replace(" ", "")
                        .toLowerCase(java.util.Locale.ROOT))
                .isEqualTo("application/json;charset=utf-8");
        try (Stream<Path> folders = Files.list(Path.of("hooks")).filter(Files::isDirectory)) {
            List<String> definitions = folders.map(ProtocolTest::definition).toList();
            assertThat(answer.body()).contains(definitions);
            assertThat(Requests.JSON.readTree(answer.body()).path("services"))
                    .hasSameSizeAs(definitions)
                    .hasSize(8);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/cds-services/pml-order-sign, 405",
        "/cds-services/nope, 405",
        "/nowhere, 404",
    })
    void readingWhatCannotBeReadIsRefused(String path, int status) {
        assertThat(get(path).statusCode()).isEqualTo(status);
    }

    @Test
    void anUnknownServiceIsNotFound() {
        assertThat(post("nope", "{}").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"invalid\"}",
                "[]",
                "null",
                "{\"hook\":\"order-sign\"}",
                "{\"hook\":\"order-sign\",\"context\":\"x\"}",
                "{\"hook\":\"patient-view\",\"context\":{\"patientId\":\"1\"}}",
                "{\"hook\":\"order-sign\",\"context\":{\"patientId\":\"1\"}}"
            })
    void aBodyThatIsNoCallIsRefusedWithAnOperationOutcome(String body) {
        HttpResponse<String> answer = post("pml-order-sign", body);
        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode outcome = Requests.JSON.readTree(answer.body());
        assertThat(outcome.path("resourceType").asString()).isEqualTo("OperationOutcome");
        assertThat(answer.body()).doesNotContain("Exception", "pmlguard", "at [");
    }

    @Test
    void anErrorNamesThePathAndNeverAValue() {
        HttpResponse<String> answer = post(
                "pml-order-sign",
                "{\"hook\":\"order-sign\",\"context\":{\"patientId\":\"canary-7\",\"draftOrders\":7}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("context.draftOrders").doesNotContain("canary-7");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        HttpResponse<String> answer = send(request("/cds-services/pml-order-sign")
                .header("Content-Type", "text/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<x/>"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        String large = "{\"hook\":\"order-sign\",\"padding\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}";
        assertThat(post("pml-order-sign", large).statusCode()).isEqualTo(413);
    }

    @Test
    void aPreflightOfANamedOriginIsAnsweredWithoutAuthentication() {
        HttpResponse<String> answer = preflight("https://ehr.example");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://ehr.example");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Methods").orElse(""))
                .contains("POST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://ehr.example.evil.example", "http://ehr.example", "null", "https://ehr.example:8443"})
    void anotherOriginIsRefused(String origin) {
        HttpResponse<String> answer = preflight(origin);
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void errorsCarryTheCorsHeadersToo() {
        HttpResponse<String> answer = send(request("/cds-services/pml-order-sign")
                .header("Origin", "https://ehr.example")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{"))
                .build());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("https://ehr.example");
    }

    private HttpResponse<String> preflight(String origin) {
        return send(request("/cds-services/pml-order-sign")
                .header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .build());
    }
}
