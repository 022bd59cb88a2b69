package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.jwk.Curve;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterAll;
import org.pmlguard.tenant.token.Signer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** A server with three tenants that sign their calls: one publishes its keys, two share a vendor and its key. */
abstract class TokenTest extends ServerTest {

    static final Instant NOW = TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC);
    static final String BASE = "https://pml.example";
    static final String ENDPOINT = BASE + "/cds-services/pml-order-sign";
    static final String ISSUER = "https://ehr.example";
    static final String VENDOR = "https://vendor.example";

    static final Signer CURVE = Signer.curve(Curve.P_384, "curve+/=");
    static final Signer RSA = Signer.rsa("rsa", "SHA384withRSA");
    static final Signer NEIGHBOUR = Signer.curve(Curve.P_256, "neighbour");
    static final WireMockServer KEYS = new WireMockServer(wireMockConfig().dynamicPort());
    static final WireMockServer SINK = new WireMockServer(wireMockConfig().dynamicPort());

    static {
        KEYS.start();
        SINK.start();
        KEYS.stubFor(get("/jwks.json").willReturn(okJson(Signer.published(CURVE, RSA))));
        SINK.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(200)));
    }

    @DynamicPropertySource
    static void registered(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.public-url", () -> BASE);
        registry.add("pmlguard.keys-timeout", () -> "30s");
        tenant(registry, 0, "mary", ISSUER);
        registry.add("pmlguard.tenants[0].calls-per-second", () -> 0);
        registry.add("pmlguard.tenants[0].jku", () -> "http://localhost:" + KEYS.port() + "/jwks.json");
        registry.add("pmlguard.tenants[0].algorithms", () -> "ES384,RS384");
        registry.add("pmlguard.tenants[0].audiences[0]", () -> "https://proxy.mary.example/pml");
        for (int n = 1; n <= 3; n++) {
            int which = n;
            tenant(registry, n, "clinic-" + n, VENDOR);
            registry.add("pmlguard.tenants[" + n + "].jwks", () -> Signer.published(NEIGHBOUR));
            registry.add("pmlguard.tenants[" + n + "].tenant-claim", () -> "c" + which);
        }
        registry.add("pmlguard.tenants[2].mode", () -> "shadow");
        registry.add("pmlguard.tenants[3].calls-per-second", () -> 1);
        registry.add("pmlguard.cors.allowed-origins[0]", () -> "https://page.example");
        registry.add("pmlguard.tenants[2].hooks[0]", () -> "order-sign");
    }

    private static void tenant(DynamicPropertyRegistry registry, int n, String id, String issuer) {
        String path = "pmlguard.tenants[" + n + "].";
        registry.add(path + "id", () -> id);
        registry.add(path + "auth", () -> "jwt");
        registry.add(path + "issuer", () -> issuer);
    }

    @AfterAll
    static void reset() {
        SINK.resetRequests();
    }

    static ObjectNode claims() {
        return Signer.claims(ISSUER, ENDPOINT, NOW);
    }

    static String good() {
        return CURVE.token(CURVE.header("ES384").toString(), claims().toString());
    }

    /** A call for a drug that is not ours, with these headers. */
    HttpResponse<String> call(String... authorization) {
        return callTo("pml-order-sign", authorization);
    }

    HttpResponse<String> callTo(String service, String... authorization) {
        HttpRequest.Builder request = request("/cds-services/" + service).header("Content-Type", "application/json");
        for (String value : authorization) {
            request.header("Authorization", value);
        }
        String body = Requests.call("order-sign", "p1", Requests.order("p1", "617993", "amoxicillin"))
                .toString();
        return send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }
}
