package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages allow a browser, and what the page of the demo is told. */
class DemoPagesTest extends DemoServer {

    private static final String READ = "default-src 'none'; style-src 'self'; img-src 'self'; ";
    private static final String RUN = "script-src 'self'; connect-src 'self'; ";
    private static final String CLOSED = "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    @Test
    void theDemoRunsOurOwnScriptFilesOnly() {
        assertThat(policy(get("/demo"))).isEqualTo(READ + RUN + CLOSED);
        assertThat(policy(get("/"))).isEqualTo(READ + CLOSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/demo"})
    void nothingIsInlineAndNothingIsElsewhere(String path) {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .doesNotContain("<style", " style=", "onclick", "<script>", "=\"http:", "=\"https:", "=\"//")
                .contains("/assets/pml-guard.css");
    }

    @Test
    void theHomePagePointsAtNoDoorThatIsNotThere() {
        assertThat(get("/").body()).contains("href=\"/demo\"", "href=\"/knowledge\"");
        get("/").body().lines().filter(line -> line.contains("href=\"/")).forEach(line -> {
            String path = line.replaceAll(".*?href=\"([^\"#]*).*", "$1");
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode() == 200 || isLogIn(page)).as(path).isTrue();
        });
    }

    private static boolean isLogIn(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Location")
                .filter(to -> to.endsWith("/login"))
                .isPresent();
    }

    @Test
    void thePageIsToldTheAddressThatTheServerReachesItselfBy() {
        assertThat(json("/demo/setting.json")
                        .path("ehrs")
                        .path("labs-down")
                        .path("fhirServer")
                        .asString())
                .isEqualTo("http://127.0.0.1:" + port + "/demo/fhir-labs-down");
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElse("");
    }
}
