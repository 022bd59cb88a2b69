package org.pmlguard.connect;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pmlguard.connect.check.Finding;
import org.pmlguard.connect.check.Report;
import org.pmlguard.connect.check.ReportText;
import org.pmlguard.tenant.token.Signer;

/** A site that is ready passes; each thing that is planted wrong is found by the check that is there for it. */
class GoLiveTest {

    private static final WireMockServer EHR =
            new WireMockServer(wireMockConfig().dynamicPort());

    @BeforeAll
    static void open() {
        EHR.start();
    }

    @AfterAll
    static void close() {
        EHR.stop();
    }

    @Test
    void aSiteThatIsReadyPasses() {
        Report report = new Site(EHR).report();
        assertThat(report.findings().stream().filter(Finding::isFailed)).isEmpty();
        assertThat(report.findings().stream()
                        .filter(one -> one.word().equals("skipped"))
                        .map(Finding::id))
                .containsExactly("LIVE-06");
        assertThat(Site.finding(report, "LIVE-05").seen()).isEqualTo("for /cds-services/pml-order-sign");
        assertThat(Site.finding(report, "LIVE-08").seen()).isEqualTo("FHIR 4.0.1");
        assertThat(Site.finding(report, "LIVE-21").seen())
                .isEqualTo("2 orders, 1 for drugs known here (0 by name alone), 1 unmapped: urn:oid:1.2.3|A1");
    }

    /** What is planted, the check that must find it, and what its line must say. */
    static Stream<Arguments> misconfigurations() {
        return Stream.of(
                planted(
                        "no key set at the address",
                        site -> EHR.stubFor(get("/jwks.json").willReturn(status(404))),
                        "LIVE-04",
                        "HTTP 404",
                        "correct the tenant's jku"),
                planted(
                        "keys that are too weak or of another kind",
                        GoLiveTest::publishUnusable,
                        "LIVE-04",
                        "RSA of less than 2048 bits",
                        "publish an RSA key of 2048 bits"),
                planted(
                        "keys for other algorithms than accepted",
                        site -> site.set("algorithms", "RS384"),
                        "LIVE-04",
                        "no key fits",
                        "publish"),
                planted(
                        "a private key published",
                        site -> EHR.stubFor(get("/jwks.json")
                                .willReturn(
                                        okJson("{\"keys\":[" + site.key.key().toJSONString() + "]}"))),
                        "LIVE-04",
                        "is a secret",
                        "publish"),
                planted(
                        "another issuer",
                        site -> site.set("issuer", "https://ehr.elsewhere.example"),
                        "LIVE-05",
                        "iss is https://ehr.st-elsewhere.example, registered is https://ehr.elsewhere.example",
                        "set the tenant's issuer"),
                planted(
                        "an audience typed by hand",
                        site -> site.bring(
                                site.token(claims -> claims.put("aud", "https://pml.example.org/cds-service/x"))),
                        "LIVE-05",
                        "aud is [https://pml.example.org/cds-service/x]",
                        "exact address of the service"),
                planted(
                        "an expired token",
                        site -> site.bring(site.token(
                                claims -> claims.put("iat", now(-900)).put("exp", now(-600)))),
                        "LIVE-05",
                        "it expired 600 s ago",
                        "take a fresh token"),
                planted(
                        "clocks that differ",
                        site -> site.bring(
                                site.token(claims -> claims.put("iat", now(400)).put("exp", now(600)))),
                        "LIVE-05",
                        "400 s after now",
                        "NTP"),
                planted(
                        "a token that lives too long",
                        site -> site.bring(site.token(claims -> claims.put("exp", now(3600)))),
                        "LIVE-05",
                        "lives 3600 s, accepted are 300",
                        "token-lifetime"),
                planted(
                        "a key that is not published",
                        site -> site.bring(stranger()),
                        "LIVE-05",
                        "key id (kid) stranger is not among",
                        "publishes the key it signs with"),
                planted(
                        "a token cut off",
                        site -> site.bring(site.token(claims -> {}).substring(0, 80)),
                        "LIVE-05",
                        "no signed JWT",
                        "Authorization header"),
                planted(
                        "callers without proof",
                        site -> site.set("auth", "none"),
                        "LIVE-02",
                        "auth: none",
                        "set auth: jwt"),
                planted(
                        "no public address",
                        site -> site.settings.remove("pmlguard.public-url"),
                        "LIVE-01",
                        "pmlguard.public-url must be set",
                        "correct that setting"),
                planted(
                        "a public address without TLS",
                        site -> site.settings.put("pmlguard.public-url", "http://pml.example.org"),
                        "LIVE-03",
                        "without TLS",
                        "https"),
                planted(
                        "a setting nobody knows",
                        site -> site.set("isuer", "x"),
                        "LIVE-01",
                        "unknown or of the wrong kind",
                        "correct that setting"),
                planted(
                        "a FHIR server without TLS",
                        site -> plainHttp(site),
                        "LIVE-06",
                        "http without TLS: [http://fhir.st-elsewhere.example/r4]",
                        "give it TLS"),
                planted(
                        "another FHIR server than registered",
                        site -> site.called(call("https://other.example/r4", "")),
                        "LIVE-07",
                        "another fhirServer",
                        "exactly as the EHR sends it"),
                planted(
                        "no metadata",
                        site -> EHR.stubFor(get("/r4/metadata").willReturn(status(404))),
                        "LIVE-08",
                        "HTTP 404",
                        "base address"),
                planted(
                        "a FHIR version that is not read",
                        site -> EHR.stubFor(get("/r4/metadata").willReturn(Site.fhir(Site.metadata("6.0.0")))),
                        "LIVE-08",
                        "FHIR 6.0.0",
                        "another version"),
                planted(
                        "a token that the FHIR server refuses",
                        site -> answers("Condition", 401),
                        "LIVE-10",
                        "Condition: FHIR server refused the token (HTTP 401)",
                        "fresh access token"),
                planted(
                        "a scope that was not granted",
                        site -> answers("Observation", 403),
                        "LIVE-11",
                        "Observation: FHIR server refused access (HTTP 403)",
                        "patient/Observation.rs"),
                planted(
                        "a search the server does not know",
                        site -> answers("Procedure", 400),
                        "LIVE-15",
                        "Procedure: FHIR server rejected the query (HTTP 400)",
                        "by prefetch"),
                planted(
                        "a server that fails",
                        site -> answers("MedicationStatement", 500),
                        "LIVE-13",
                        "HTTP 500",
                        "log of the FHIR server"),
                planted(
                        "scopes that are not enough",
                        site -> site.granted("patient/Condition.rs patient/Observation.rs"),
                        "LIVE-20",
                        "nothing lets us read and search Medication,",
                        "grant patient/Medication.rs"),
                planted(
                        "codes of the house only",
                        site -> site.letsPass(10),
                        "LIVE-21",
                        "1 unmapped: urn:oid:1.2.3|A1",
                        "RxNorm"),
                planted(
                        "a server slower than the deadline",
                        GoLiveTest::slowDown,
                        "LIVE-22",
                        "laboratory results",
                        "raise the tenant's deadline"));
    }

    private static Arguments planted(String what, Consumer<Site> plant, String id, String wrong, String remedy) {
        return Arguments.of(what, plant, id, wrong, remedy);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("misconfigurations")
    void whatIsWrongIsSaidInOneLine(String what, Consumer<Site> plant, String id, String wrong, String remedy) {
        Site site = new Site(EHR);
        plant.accept(site);
        Report report = site.report();
        assertThat(Site.finding(report, id).isFailed()).as(what).isTrue();
        assertThat(ReportText.of(report).lines().filter(line -> line.startsWith("FAILED   " + id)))
                .as(what)
                .singleElement()
                .asString()
                .contains("| wrong: ", wrong, "| do: ", remedy);
    }

    @Test
    void nothingElseIsFoundWrongWhereOneThingIs() {
        Site site = new Site(EHR);
        answers("Procedure", 400);
        assertThat(site.report().findings().stream().filter(Finding::isFailed).map(Finding::id))
                .containsExactly("LIVE-15");
    }

    @Test
    void aReportNamesNoPatientNoTokenAndNoDrugOfThePatient() {
        Site site = new Site(EHR);
        answers("Observation", 403);
        String text = ReportText.of(site.report());
        assertThat(text).doesNotContain(Site.PATIENT, "access-secret", "name-not-to-show", "Bearer ", "eyJ");
    }

    @Test
    void theAccessTokenGoesToTheRegisteredServerOnly() {
        Site site = new Site(EHR);
        site.called(call(
                "http://127.0.0.1:" + EHR.port() + "/r4",
                ", \"fhirAuthorization\": {\"access_token\": \"abc\","
                        + " \"token_type\": \"Bearer\", \"expires_in\": 60, \"scope\": \"x\", \"subject\": \"us\"}"));
        site.report();
        assertThat(EHR.getAllServeEvents().stream()
                        .map(event -> event.getRequest().getUrl()))
                .containsOnly("/jwks.json");
    }

    @Test
    void aCallThatTheEhrSentIsRehearsedAsItCame() {
        Site site = new Site(EHR);
        site.called(
                call(
                        EHR.baseUrl() + "/r4",
                        ", \"fhirAuthorization\": {\"access_token\": \"abc\","
                                + " \"token_type\": \"Bearer\", \"expires_in\": 60, \"scope\": \"patient/*.rs\", \"subject\": \"us\"}"));
        assertThat(site.report().isClean()).isTrue();
        EHR.verify(getRequestedFor(urlPathEqualTo("/r4/Condition"))
                .withHeader("Authorization", equalTo("Bearer abc"))
                .withQueryParam("patient", equalTo("mia")));
    }

    @Test
    void whatWasNotGivenIsSkippedAndNotPassed() {
        Site site = new Site(EHR);
        site.called("{\"hook\":\"patient-view\",\"context\":{\"patientId\":\"mia\",\"userId\":\"Practitioner/1\"}}");
        assertThat(Site.finding(site.report(), "LIVE-08").word()).isEqualTo("skipped");
        assertThat(Site.finding(site.report(), "LIVE-08").seen()).contains("everything must come by prefetch");
    }

    @Test
    void aTenantThatDoesNotExistCannotBeChecked() {
        Site site = new Site(EHR);
        site.set("id", "other");
        assertThatIllegalArgumentException()
                .isThrownBy(site::report)
                .withMessage("no tenant st-elsewhere; there are [other]");
    }

    /** The second is the example of RFC 8037. */
    private static void publishUnusable(Site site) {
        String other = "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"other\","
                + "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPHHURo\"}";
        EHR.stubFor(get("/jwks.json").willReturn(okJson("{\"keys\":[" + weak() + "," + other + "]}")));
    }

    private static String weak() {
        try {
            return new RSAKeyGenerator(1024, true)
                    .keyID("weak")
                    .generate()
                    .toPublicJWK()
                    .toJSONString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long now(int seconds) {
        return Site.NOW.getEpochSecond() + seconds;
    }

    private static String stranger() {
        Signer stranger = Signer.curve(Curve.P_384, "stranger");
        return stranger.token(
                stranger.header("ES384").toString(),
                Signer.claims(Site.ISSUER, Site.PUBLIC + "/cds-services/pml-order-sign", Site.NOW)
                        .toString());
    }

    private static void plainHttp(Site site) {
        site.set("fhir.plain-http", "true");
        site.set("fhir-servers[1]", "http://fhir.st-elsewhere.example/r4");
    }

    private static void answers(String type, int status) {
        EHR.stubFor(get(urlPathEqualTo("/r4/" + type)).willReturn(status(status)));
    }

    private static void slowDown(Site site) {
        site.set("deadline", "150ms");
        EHR.stubFor(get(urlPathEqualTo("/r4/Observation"))
                .willReturn(aResponse()
                        .withFixedDelay(400)
                        .withHeader("Content-Type", "application/fhir+json")
                        .withBody("{\"resourceType\":\"Bundle\"}")));
    }

    private static String call(String server, String more) {
        return "{\"hook\":\"order-sign\",\"hookInstance\":\"x\",\"fhirServer\":\"" + server + "\"" + more
                + ",\"context\":{\"userId\":\"Practitioner/1\",\"patientId\":\"mia\","
                + "\"draftOrders\":{\"resourceType\":\"Bundle\",\"entry\":[]}}}";
    }
}
