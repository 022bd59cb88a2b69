package org.pmlguard.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.Tenant;

class EhrTest {

    private static final String FHIR = "application/fhir+json";
    private static final String PATIENT = "{\"resourceType\": \"Patient\", \"id\": \"mia\"}";
    private static final String TOKEN = "secret-of-mia";

    @RegisterExtension
    static final WireMockExtension EHR = WireMockExtension.newInstance()
            .options(options().dynamicPort().gzipDisabled(true))
            .build();

    /** Somebody who must never hear of us. */
    @RegisterExtension
    static final WireMockExtension CANARY =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Gate gate = Gates.with(new Limits(10, 5_000, 200_000, 400_000, Duration.ofSeconds(2), 8, 8));

    @AfterEach
    void nobodyElseHeardOfUs() {
        CANARY.verify(0, anyRequestedFor(anyUrl()));
        gate.close();
    }

    private static String base() {
        return "http://localhost:" + EHR.getPort() + "/fhir";
    }

    private Outbound open(String asSent, Duration budget) {
        Tenant tenant = new Tenant("t", Tenant.Auth.NONE, List.of(FhirServer.at(base())));
        return gate.open(
                Samples.call(
                        "",
                        "'fhirServer': '" + asSent + "', 'fhirAuthorization': {'access_token': '" + TOKEN
                                + "', 'token_type': 'Bearer', 'expires_in': 300}"),
                tenant,
                Deadline.in(budget));
    }

    private Outbound open() {
        return open(base(), Duration.ofSeconds(5));
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        EHR.stubFor(get(anyUrl()).willReturn(answer));
    }

    @Test
    void aResourceIsAskedForWithTokenAndPlainHeaders() {
        answer(okForContentType(FHIR + "; charset=UTF-8", PATIENT));
        assertThat(open().get("Patient/mia"))
                .isInstanceOfSatisfying(
                        Fetched.Resource.class,
                        found ->
                                assertThat(found.tree().path("id").asString("")).isEqualTo("mia"));
        EHR.verify(
                1,
                getRequestedFor(urlEqualTo("/fhir/Patient/mia"))
                        .withHeader("Authorization", equalTo("Bearer " + TOKEN))
                        .withHeader("Accept", equalTo(FHIR))
                        .withHeader("Accept-Encoding", equalTo("gzip"))
                        .withoutHeader("Cookie")
                        .withoutHeader("Upgrade"));
    }

    @ParameterizedTest
    @CsvSource({
        "400, NOT_UNDERSTOOD",
        "401, TOKEN_REFUSED",
        "403, REFUSED",
        "404, SERVER_ERROR",
        "405, NOT_UNDERSTOOD",
        "410, SERVER_ERROR",
        "422, NOT_UNDERSTOOD",
        "429, SERVER_ERROR",
        "500, SERVER_ERROR",
        "501, NOT_UNDERSTOOD",
        "503, SERVER_ERROR",
        "304, SERVER_ERROR",
        "204, UNREADABLE"
    })
    void everyOtherStatusIsACause(int status, Cause cause) {
        answer(aResponse().withStatus(status));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(cause));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        answer(aResponse().withStatus(status).withHeader("Location", CANARY.baseUrl() + "/fhir/Patient/mia"));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.SERVER_ERROR));
    }

    @Test
    void aLoginPageIsUnreadable() {
        answer(okForContentType("text/html", "<html>Log in</html>"));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "\"Patient\"",
                "{\"resourceType\": \"Patient\", \"id\": \"mi",
                "{\"resourceType\": \"Patient\"} {}",
                "{\"resourceType\": \"Patient\", \"resourceType\": \"Bundle\"}",
                "<html></html>"
            })
    void whatIsNotOneResourceIsUnreadable(String body) {
        answer(okForContentType(FHIR, body));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @Test
    void aWildlyNestedAnswerIsUnreadable() {
        answer(okForContentType(FHIR, "{\"resourceType\": \"Patient\", \"x\": " + "[".repeat(50_000)));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @Test
    void aWrongCharsetIsUnreadable() {
        answer(okForContentType(FHIR + ";charset=ISO-8859-1", PATIENT));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @Test
    void anOutcomeInsteadOfAResultIsAnErrorWhateverTheStatus() {
        answer(okForContentType(FHIR, "{\"resourceType\": \"OperationOutcome\"}"));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.SERVER_ERROR));
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return packed.toByteArray();
    }

    private static ResponseDefinitionBuilder encoded(String encoding, byte[] body) {
        return okForContentType(FHIR, "").withBody(body).withHeader("Content-Encoding", encoding);
    }

    @Test
    void aPackedAnswerIsUnpackedAndItsConnectionUsedAgain() throws IOException {
        answer(encoded("gzip", packed(PATIENT)));
        Outbound out = open();
        assertThat(out.get("Patient/mia")).isInstanceOf(Fetched.Resource.class);
        assertThat(out.get("Patient/mia")).isInstanceOf(Fetched.Resource.class);
    }

    @Test
    void aSmallAnswerThatUnpacksToAHugeOneIsCutOff() throws IOException {
        byte[] bomb = packed("{\"resourceType\": \"Patient\", \"x\": \"" + "x".repeat(800_000) + "\"}");
        assertThat(bomb).hasSizeLessThan(2_000);
        answer(encoded("gzip", bomb));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "deflate", "gzip, gzip", "zstd"})
    void aPackingWeDidNotAskForIsUnreadable(String encoding) throws IOException {
        answer(encoded(encoding, packed(PATIENT)));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @Test
    void anAnswerThatIsNotPackedAsItSaysIsUnreadable() {
        answer(encoded("gzip", PATIENT.getBytes(StandardCharsets.UTF_8)));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @Test
    void aHugeAnswerIsCutOffAndUnreadable() {
        answer(okForContentType(FHIR, "{\"resourceType\": \"Patient\", \"x\": \"" + "x".repeat(300_000) + "\"}"));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @Test
    void allAnswersOfACallShareOneLimit() {
        answer(okForContentType(FHIR, "{\"resourceType\": \"Patient\", \"x\": \"" + "x".repeat(150_000) + "\"}"));
        Outbound out = open();
        assertThat(out.get("Patient/mia")).isInstanceOf(Fetched.Resource.class);
        assertThat(out.get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "EMPTY_RESPONSE, UNREACHABLE",
        "CONNECTION_RESET_BY_PEER, UNREACHABLE",
        "RANDOM_DATA_THEN_CLOSE, UNREACHABLE",
    })
    void aBrokenConnectionIsACause(Fault fault, Cause cause) {
        answer(okForContentType(FHIR, PATIENT).withFault(fault));
        assertThat(open().get("Patient/mia")).isEqualTo(new Fetched.Nothing(cause));
    }

    /** The server breaks off right after its head: whether the head still arrives is a race on the wire. */
    @Test
    void anAnswerThatBreaksOffIsNoAnswer() {
        answer(okForContentType(FHIR, PATIENT).withFault(Fault.MALFORMED_RESPONSE_CHUNK));
        assertThat(open().get("Patient/mia"))
                .isIn(new Fetched.Nothing(Cause.UNREADABLE), new Fetched.Nothing(Cause.UNREACHABLE));
    }

    @Test
    void aSlowHeadIsGivenUpAtTheDeadline() {
        answer(okForContentType(FHIR, PATIENT).withFixedDelay(10_000));
        assertGivenUp();
    }

    @Test
    void aTricklingBodyIsGivenUpAtTheDeadline() {
        answer(okForContentType(FHIR, PATIENT).withChunkedDribbleDelay(10, 10_000));
        assertGivenUp();
    }

    private void assertGivenUp() {
        long start = System.nanoTime();
        assertThat(open(base(), Duration.ofMillis(300)).get("Patient/mia"))
                .isEqualTo(new Fetched.Nothing(Cause.TIMED_OUT));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void afterTheDeadlineNothingIsAsked() {
        assertThat(open(base(), Duration.ZERO).get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.TIMED_OUT));
        EHR.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void linksBelowTheBaseAreFollowedHoweverTheyAreSpelled() {
        answer(okForContentType(FHIR, PATIENT));
        Outbound out = open();
        assertThat(List.of(
                        out.follow(base() + "?_getpages=1&code=http://loinc.org|1 2"),
                        out.follow(base() + "/Observation?page=2&id=a\u2011b"),
                        out.follow("Observation?page=2"),
                        out.follow("?page=3")))
                .allMatch(Fetched.Resource.class::isInstance);
        EHR.verify(1, getRequestedFor(urlEqualTo("/fhir?_getpages=1&code=http://loinc.org%7C1%202")));
        EHR.verify(1, getRequestedFor(urlEqualTo("/fhir/Observation?page=2&id=a%E2%80%91b")));
    }

    @Test
    void linksElsewhereAreNotFollowed() {
        Outbound out = open();
        String origin = "http://localhost:" + EHR.getPort();
        assertThat(List.of(
                        CANARY.baseUrl() + "/fhir/Observation?page=2",
                        "//localhost:" + CANARY.getPort() + "/fhir/Observation",
                        "http://localhost:" + EHR.getPort() + "@localhost:" + CANARY.getPort() + "/fhir",
                        origin + "/admin",
                        origin + "/fhirx",
                        origin + "/fhir/../admin",
                        origin + "/fhir/%2e%2e/admin",
                        origin + "/fhir\\..\\admin",
                        "../admin",
                        "/admin",
                        "file:///etc/passwd",
                        "http://[x"))
                .allSatisfy(
                        address -> assertThat(out.follow(address)).isEqualTo(new Fetched.Nothing(Cause.UNREADABLE)));
        EHR.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void aServerThatIsNotRegisteredIsNeverContacted() {
        Outbound out = open(CANARY.baseUrl() + "/fhir", Duration.ofSeconds(5));
        assertThat(out.get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.SERVER_NOT_REGISTERED));
        assertThat(out.follow(CANARY.baseUrl() + "/fhir/Patient/mia"))
                .isEqualTo(new Fetched.Nothing(Cause.SERVER_NOT_REGISTERED));
    }

    @Test
    void aServerThatIsDownIsUnreachable() {
        Tenant tenant = new Tenant("t", Tenant.Auth.NONE, List.of(FhirServer.at("http://localhost:1/fhir")));
        Outbound out = gate.open(
                Samples.call("", "'fhirServer': 'http://localhost:1/fhir'"),
                tenant,
                Deadline.in(Duration.ofSeconds(5)));
        assertThat(out.get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'access_token': 'a b', 'token_type': 'Bearer'",
                "'access_token': 'a\\r\\nX-Evil: 1', 'token_type': 'Bearer'",
                "'access_token': 'töken', 'token_type': 'Bearer'",
                "'access_token': 'good', 'token_type': 'Bearer', 'patient': 'noah'",
                "'access_token': 'good', 'token_type': 'Bearer', 'expires_in': 0"
            })
    void aTokenThatIsUnfitOrForAnotherPatientIsNotUsed(String authorization) {
        answer(okForContentType(FHIR, PATIENT));
        Tenant tenant = new Tenant("t", Tenant.Auth.NONE, List.of(FhirServer.at(base())));
        Outbound out = gate.open(
                Samples.call("", "'fhirServer': '" + base() + "', 'fhirAuthorization': {" + authorization + "}"),
                tenant,
                Deadline.in(Duration.ofSeconds(5)));
        assertThat(out.get("Patient/mia")).isInstanceOf(Fetched.Resource.class);
        EHR.verify(1, getRequestedFor(anyUrl()).withoutHeader("Authorization"));
    }

    @Test
    void neitherTokenNorPatientIsInAnyText() {
        answer(okForContentType(FHIR, PATIENT));
        Outbound out = open();
        assertThat(out.toString() + out.get("Patient/mia"))
                .doesNotContain(TOKEN)
                .doesNotContain("mia");
    }
}
