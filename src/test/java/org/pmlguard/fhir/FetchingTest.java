package org.pmlguard.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.LabResult;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Section;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.Tenant;

/** What is fetched from the caller's FHIR server, and how often. */
class FetchingTest {

    @RegisterExtension
    static final WireMockExtension EHR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @RegisterExtension
    static final WireMockExtension CANARY =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Limits limits = new Limits(4, 20, 1_000_000, 1_000_000, Duration.ofSeconds(2), 32, 32);
    private final Gate gate = Gates.with(limits);

    @BeforeEach
    void everythingElseIsEmpty() {
        EHR.stubFor(get(anyUrl()).atPriority(9).willReturn(json(Samples.bundle())));
    }

    @AfterEach
    void nobodyElseHeardOfUs() {
        CANARY.verify(0, anyRequestedFor(anyUrl()));
        gate.close();
    }

    private static ResponseDefinitionBuilder json(String body) {
        return okForContentType("application/fhir+json", body.replace('\'', '"'));
    }

    private static String base() {
        return "http://localhost:" + EHR.getPort() + "/fhir";
    }

    private static Call call(String drafts, String prefetch) {
        return Samples.call(
                drafts,
                "'fhirServer': '" + base()
                        + "', 'fhirAuthorization': {'access_token': 'secret', 'token_type': 'Bearer'},"
                        + " 'prefetch': {" + prefetch + "}");
    }

    private Outbound open(Call call, Duration budget) {
        return gate.open(call, new Tenant("t", Tenant.Auth.NONE, List.of(FhirServer.at(base()))), Deadline.in(budget));
    }

    private Chart chart(String prefetch) {
        Call call = call("", prefetch);
        return new ChartReader(limits).read(call, Samples.SERVICE, open(call, Duration.ofSeconds(5)));
    }

    private List<Order> orders(String... references) {
        String drafts = "{'resource': {'resourceType': 'MedicationRequest', 'medicationReference': {'reference': '"
                + String.join(
                        "'}}}, {'resource': {'resourceType': 'MedicationRequest', 'medicationReference': {'reference': '",
                        references)
                + "'}}}";
        Call call = call(drafts, "");
        return new OrderReader().read(call, open(call, Duration.ofSeconds(5))).orders();
    }

    private static List<Cause> causes(Known<?> known) {
        return known.gaps().stream().map(Gap::why).toList();
    }

    private static String observation(String id) {
        return "{'resourceType': 'Observation', 'id': '" + id
                + "', 'code': {'text': 'JCV'}, 'subject': {'reference': 'Patient/mia'}}";
    }

    private static String page(String next, String id) {
        return "{'resourceType': 'Bundle', 'link': [{'relation': 'next', 'url': '" + next
                + "'}], 'entry': [{'resource': " + observation(id) + "}]}";
    }

    @Test
    void whatWasNotSentIsAskedForOnceInTheWordsOfTheTemplate() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/Observation")).willReturn(json(Samples.bundle(observation("o1")))));
        Chart chart = chart("'conditions': null");
        assertThat(chart.labs().found().orElseThrow())
                .extracting(LabResult::reference)
                .containsExactly("Observation/o1");
        assertThat(chart.labs().gaps()).isEmpty();
        assertThat(chart.medications()).isEqualTo(Known.read(List.of()));
        for (String query : List.of(
                "Observation?patient=mia&category=laboratory",
                "MedicationRequest?patient=mia",
                "MedicationStatement?patient=mia",
                "MedicationAdministration?patient=mia")) {
            EHR.verify(
                    1,
                    getRequestedFor(urlEqualTo("/fhir/" + query))
                            .withHeader("Authorization", equalTo("Bearer secret")));
        }
        EHR.verify(4, getRequestedFor(anyUrl()));
    }

    @Test
    void whatTheCallerAnsweredIsNotAskedAgain() {
        chart("'conditions': null, 'labs': {'resourceType': 'OperationOutcome'}, 'medicationRequests': "
                + Samples.bundle() + ", 'medicationStatements': null, 'medicationAdministrations': null");
        EHR.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void theAnswerToAnotherQuestionIsAskedForAgain() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/Observation")).willReturn(json(Samples.bundle(observation("o1")))));
        assertThat(chart("'labs': {'resourceType': 'Patient', 'id': 'mia'}")
                        .labs()
                        .found()
                        .orElseThrow())
                .hasSize(1);
    }

    @Test
    void eachSectionFailsForItself() {
        EHR.stubFor(
                get(urlPathEqualTo("/fhir/Condition")).willReturn(aResponse().withStatus(403)));
        EHR.stubFor(
                get(urlPathEqualTo("/fhir/Observation")).willReturn(json("{'resourceType': 'Patient', 'id': 'mia'}")));
        EHR.stubFor(get(urlPathEqualTo("/fhir/MedicationAdministration"))
                .willReturn(aResponse().withStatus(500)));
        Chart chart = chart("");
        assertThat(chart.diagnoses()).isEqualTo(Known.unavailable(Gap.in(Section.DIAGNOSES, Cause.REFUSED)));
        assertThat(chart.labs()).isEqualTo(Known.unavailable(Gap.in(Section.LABS, Cause.UNREADABLE)));
        assertThat(chart.medications())
                .isEqualTo(new Known.Read<>(List.of(), List.of(Gap.in(Section.MEDICATIONS, Cause.SERVER_ERROR))));
    }

    @Test
    void slowAnswersAreGivenUpTogetherAtTheDeadline() {
        EHR.stubFor(get(anyUrl()).willReturn(json(Samples.bundle()).withFixedDelay(10_000)));
        Call call = call("", "'conditions': null");
        long start = System.nanoTime();
        Chart chart = new ChartReader(limits).read(call, Samples.SERVICE, open(call, Duration.ofMillis(300)));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        assertThat(chart.diagnoses()).isEqualTo(Known.read(List.of()));
        assertThat(causes(chart.labs())).containsExactly(Cause.TIMED_OUT);
        assertThat(causes(chart.medications())).containsExactly(Cause.TIMED_OUT);
    }

    @Test
    void pagesAreFollowedWithTheTokenAsLongAsTheyStayOnTheServer() {
        EHR.stubFor(get(urlEqualTo("/fhir?page=2")).willReturn(json(page(base() + "/x?page=3", "o2"))));
        EHR.stubFor(get(urlEqualTo("/fhir/x?page=3")).willReturn(json(Samples.bundle(observation("o3")))));
        Chart chart = chart("'labs': " + page(base() + "?page=2", "o1"));
        assertThat(chart.labs().found().orElseThrow()).hasSize(3);
        assertThat(chart.labs().gaps()).isEmpty();
        EHR.verify(
                1, getRequestedFor(urlEqualTo("/fhir/x?page=3")).withHeader("Authorization", equalTo("Bearer secret")));
        EHR.verify(0, getRequestedFor(urlPathEqualTo("/fhir/Observation")));
    }

    @Test
    void aForeignNextLinkIsNotFollowed() {
        Chart chart = chart("'labs': " + page(CANARY.baseUrl() + "/fhir?page=2", "o1"));
        assertThat(chart.labs().found().orElseThrow()).hasSize(1);
        assertThat(causes(chart.labs())).containsExactly(Cause.INCOMPLETE);
    }

    @Test
    void aNextLinkToItselfIsFollowedOnce() {
        EHR.stubFor(get(urlEqualTo("/fhir?page=2")).willReturn(json(page(base() + "?page=2", "o2"))));
        Chart chart = chart("'labs': " + page(base() + "?page=2", "o1"));
        assertThat(chart.labs().found().orElseThrow()).hasSize(2);
        assertThat(causes(chart.labs())).containsExactly(Cause.INCOMPLETE);
        EHR.verify(1, getRequestedFor(urlEqualTo("/fhir?page=2")));
    }

    @Test
    void endlessPagesEndAtTheLimit() {
        for (int page = 2; page < 20; page++) {
            EHR.stubFor(get(urlEqualTo("/fhir?page=" + page))
                    .willReturn(json(page(base() + "?page=" + (page + 1), "o" + page))));
        }
        Chart chart = chart("'labs': " + page(base() + "?page=2", "o1"));
        assertThat(chart.labs().found().orElseThrow()).hasSize(limits.pages());
        assertThat(causes(chart.labs())).containsExactly(Cause.INCOMPLETE);
        EHR.verify(limits.pages() - 1, getRequestedFor(urlPathEqualTo("/fhir")));
    }

    @Test
    void aFailingPageLeavesWhatWasReadIncomplete() {
        EHR.stubFor(get(urlEqualTo("/fhir?page=2")).willReturn(aResponse().withStatus(500)));
        Chart chart = chart("'labs': " + page(base() + "?page=2", "o1"));
        assertThat(chart.labs().found().orElseThrow()).hasSize(1);
        assertThat(causes(chart.labs())).containsExactly(Cause.INCOMPLETE);
    }

    @Test
    void rowsOfAnotherPatientAreDiscardedWhoeverSendsThem() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/Observation"))
                .willReturn(json(
                        Samples.bundle(observation("o1"), observation("o2").replace("Patient/mia", "Patient/noah")))));
        Chart chart = chart("");
        assertThat(chart.labs().found().orElseThrow())
                .extracting(LabResult::reference)
                .containsExactly("Observation/o1");
        assertThat(causes(chart.labs())).containsExactly(Cause.WRONG_PATIENT);
    }

    @Test
    void aFailingLookupIsTheCauseThatIsNamed() {
        EHR.stubFor(
                get(urlEqualTo("/fhir/Medication/m1")).willReturn(aResponse().withStatus(401)));
        assertThat(orders("Medication/m1").getFirst().product())
                .isEqualTo(Known.unavailable(Gap.in(Section.ORDERED_DRUG, Cause.TOKEN_REFUSED)));
    }

    @Test
    void anotherResourceThanWasAskedForIsNotBelieved() {
        EHR.stubFor(get(anyUrl())
                .willReturn(json("{'resourceType': 'Medication', 'id': 'm2', 'code': {'text': 'aspirin'}}")));
        assertThat(orders("Medication/m1").getFirst().product())
                .isEqualTo(Known.unavailable(Gap.in(Section.ORDERED_DRUG, Cause.UNREADABLE)));
    }

    @Test
    void aReferenceElsewhereIsNotFollowed() {
        List<Order> orders = orders(
                CANARY.baseUrl() + "/fhir/Medication/m1",
                "Medication/..",
                base() + "/../Medication/m1",
                base() + ".evil.example/Medication/m1",
                "Patient/mia");
        assertThat(orders)
                .allSatisfy(order -> assertThat(order.product())
                        .isEqualTo(Known.unavailable(Gap.in(Section.ORDERED_DRUG, Cause.NOT_IDENTIFIED))));
        EHR.verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void anIdIsEncodedBeforeItBecomesAnAddress() {
        orders("Medication/a b\u2011|%2F");
        EHR.verify(1, getRequestedFor(urlEqualTo("/fhir/Medication/a%20b%E2%80%91%7C%252F")));
    }
}
