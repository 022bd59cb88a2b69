package org.pmlguard.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.Tenant;

/** A server that fails, falters or is too slow for all who ask: when it is asked again, and when not. */
class FailingServerTest {

    private static final Fetched SUSPENDED = new Fetched.Nothing(Cause.SUSPENDED);
    private static final Fetched FAILED = new Fetched.Nothing(Cause.SERVER_ERROR);

    @RegisterExtension
    static final WireMockExtension EHR = WireMockExtension.newInstance()
            .options(options().dynamicPort().containerThreads(30))
            .build();

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final Gate gate =
            new Gate(new Limits(10, 5_000, 200_000, 200_000, Duration.ofSeconds(2), 3, 100), Names.system(), clock());

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private static String base(String path) {
        return "http://localhost:" + EHR.getPort() + path;
    }

    private Outbound open(String tenant, String path, Duration budget) {
        return gate.open(
                Samples.call("", "'fhirServer': '" + base(path) + "'"),
                new Tenant(
                        tenant, Tenant.Auth.NONE, List.of(FhirServer.at(base("/fhir")), FhirServer.at(base("/other")))),
                Deadline.in(budget));
    }

    private Outbound open() {
        return open("t", "/fhir", Duration.ofSeconds(5));
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        EHR.stubFor(get(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder patient() {
        return okForContentType("application/fhir+json", "{\"resourceType\": \"Patient\", \"id\": \"mia\"}");
    }

    private void failTenTimes() {
        answer(aResponse().withStatus(500));
        Outbound out = open();
        IntStream.range(0, 10).forEach(n -> assertThat(out.get("Patient/mia")).isEqualTo(FAILED));
        EHR.verify(10, anyRequestedFor(anyUrl()));
    }

    @Test
    void aServerThatFailsTenTimesIsNotAskedAnyMoreAndTheAnswerIsThereAtOnce() {
        failTenTimes();
        long start = System.nanoTime();
        assertThat(open().get("Patient/mia")).isEqualTo(SUSPENDED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(400));
        EHR.verify(10, anyRequestedFor(anyUrl()));
    }

    @Test
    void anotherServerAndAnotherTenantAreNotGivenUpWithIt() {
        failTenTimes();
        answer(patient());
        assertThat(open("t", "/other", Duration.ofSeconds(5)).get("Patient/mia"))
                .isInstanceOf(Fetched.Resource.class);
        assertThat(open("u", "/fhir", Duration.ofSeconds(5)).get("Patient/mia")).isInstanceOf(Fetched.Resource.class);
    }

    @Test
    void afterFiveSecondsTwoQuestionsTryWhetherItIsBack() {
        failTenTimes();
        answer(patient());
        now.updateAndGet(then -> then.plusSeconds(6));
        IntStream.range(0, 5).forEach(n -> assertThat(open().get("Patient/mia")).isInstanceOf(Fetched.Resource.class));
    }

    @Test
    void ifItIsNotBackItIsLeftAloneAgain() {
        failTenTimes();
        now.updateAndGet(then -> then.plusSeconds(6));
        assertThat(open().get("Patient/mia")).isEqualTo(FAILED);
        assertThat(open().get("Patient/mia")).isEqualTo(FAILED);
        assertThat(open().get("Patient/mia")).isEqualTo(SUSPENDED);
        EHR.verify(12, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 422})
    void aServerThatSaysNoIsNotFailing(int status) {
        answer(aResponse().withStatus(status));
        Outbound out = open();
        IntStream.range(0, 25).forEach(n -> out.get("Patient/mia"));
        EHR.verify(25, anyRequestedFor(anyUrl()));
    }

    private static void firstThenWell(ResponseDefinitionBuilder first) {
        EHR.stubFor(get(anyUrl())
                .inScenario("faltering")
                .whenScenarioStateIs(Scenario.STARTED)
                .willSetStateTo("well")
                .willReturn(first));
        EHR.stubFor(get(anyUrl())
                .inScenario("faltering")
                .whenScenarioStateIs("well")
                .willReturn(patient()));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aFaultThatMayPassIsTriedOnceMore(int status) {
        firstThenWell(aResponse().withStatus(status));
        assertThat(open().get("Patient/mia")).isInstanceOf(Fetched.Resource.class);
        EHR.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void aConnectionThatIsResetIsTriedOnceMore() {
        firstThenWell(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(open().get("Patient/mia")).isInstanceOf(Fetched.Resource.class);
    }

    @Test
    void aFaultThatDoesNotPassIsTriedTwiceAndNoMore() {
        answer(aResponse().withStatus(503));
        assertThat(open().get("Patient/mia")).isEqualTo(FAILED);
        EHR.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void whoAsksToBeLeftAloneIs() {
        answer(aResponse().withStatus(503).withHeader("Retry-After", "10"));
        open().get("Patient/mia");
        EHR.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 429, 500})
    void otherFaultsAreNotTriedAgain(int status) {
        answer(aResponse().withStatus(status));
        open().get("Patient/mia");
        EHR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void nothingIsTriedAgainWhenMostOfTheTimeIsGone() {
        answer(aResponse().withStatus(503).withFixedDelay(600));
        assertThat(open("t", "/fhir", Duration.ofSeconds(1)).get("Patient/mia")).isEqualTo(FAILED);
        EHR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void whoFindsNoPlaceIsToldSoWhileThereIsTimeToAnswer() {
        Limits full = new Limits(10, 5_000, 200_000, 200_000, Duration.ofSeconds(2), 3, 0);
        try (Gate crowded = new Gate(full, Names.system(), clock())) {
            Outbound out = crowded.open(
                    Samples.call("", "'fhirServer': '" + base("/fhir") + "'"),
                    new Tenant("t", Tenant.Auth.NONE, List.of(FhirServer.at(base("/fhir")))),
                    Deadline.in(Duration.ofMillis(400)));
            assertThat(out.get("Patient/mia")).isEqualTo(new Fetched.Nothing(Cause.BUSY));
        }
        EHR.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void aPlaceIsFreeAgainWhenItsQuestionHasEnded() {
        answer(patient());
        Outbound out = open();
        IntStream.range(0, 10).forEach(n -> assertThat(out.get("Patient/mia")).isInstanceOf(Fetched.Resource.class));
    }
}
