package org.pmlguard.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.cdshooks.Service;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Section;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.FhirServer.Terms;
import org.pmlguard.tenant.Tenant;

/** What some EHRs are known to do, and how we come by the data all the same. */
class VendorHabitsTest {

    private static final Service SERVICE = Samples.service("""
            {'hook': 'order-sign', 'id': 'pml', 'description': 'PML', 'prefetch': {
              'labs': 'Observation?patient={{context.patientId}}&code=http://loinc.org|100977-8&_sort=-date&_count=200',
              'medicationRequests': 'MedicationRequest?patient={{context.patientId}}'}}
            """);
    private static final String USE = "{'resourceType': 'MedicationRequest', 'id': 'r', 'status': 'active',"
            + " 'medicationCodeableConcept': {'text': 'azathioprine'}, 'subject': {'reference': 'Patient/mia'}}";

    @RegisterExtension
    static final WireMockExtension EHR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Gate gate = new Gate();

    @BeforeEach
    void everythingElseIsEmpty() {
        EHR.stubFor(any(anyUrl()).atPriority(9).willReturn(json(Samples.bundle())));
    }

    @AfterEach
    void close() {
        gate.close();
    }

    private static ResponseDefinitionBuilder json(String body) {
        return okForContentType("application/fhir+json", body.replace('\'', '"'));
    }

    private static String base() {
        return "http://localhost:" + EHR.getPort() + "/fhir";
    }

    private Chart chart(Terms terms, String prefetch) {
        Call call = Samples.call(
                "",
                "'fhirServer': '" + base()
                        + "', 'fhirAuthorization': {'access_token': 'secret', 'token_type': 'Bearer'},"
                        + " 'prefetch': {" + prefetch + "}");
        Tenant tenant = new Tenant("t", Tenant.Auth.NONE, List.of(FhirServer.at(base(), terms)));
        return new ChartReader().read(call, SERVICE, gate.open(call, tenant, Deadline.in(Duration.ofSeconds(8))));
    }

    private Chart chart() {
        return chart(Terms.STRICT, "");
    }

    private static List<Cause> causes(Known<?> known) {
        return known.gaps().stream().map(Gap::why).toList();
    }

    private static List<String> names(Chart chart) {
        return chart.medications().found().stream()
                .flatMap(List::stream)
                .map((MedicationUse use) -> use.product().name().text())
                .toList();
    }

    @Test
    void aSearchOfRequestsThatMustSayAnIntentSaysOneAndGoesOnSayingIt() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/MedicationRequest"))
                .atPriority(1)
                .withQueryParam("intent", absent())
                .willReturn(aResponse().withStatus(403)));
        EHR.stubFor(get(urlPathEqualTo("/fhir/MedicationRequest"))
                .atPriority(2)
                .withQueryParam("intent", containing("order"))
                .willReturn(json(Samples.bundle(USE))));
        Chart first = chart();
        assertThat(names(first)).containsExactly("azathioprine");
        assertThat(first.medications().gaps()).isEmpty();
        EHR.verify(2, getRequestedFor(urlPathEqualTo("/fhir/MedicationRequest")));
        chart();
        EHR.verify(3, getRequestedFor(urlPathEqualTo("/fhir/MedicationRequest")));
    }

    @Test
    void aTypeThatIsForbiddenIsAGapWhateverIsTried() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/MedicationRequest"))
                .willReturn(aResponse().withStatus(403)));
        Chart chart = chart();
        assertThat(chart.medications()).isEqualTo(Known.unavailable(Gap.in(Section.MEDICATIONS, Cause.REFUSED)));
        assertThat(chart.labs()).isEqualTo(Known.read(List.of()));
    }

    @Test
    void parametersThatAreNotSupportedAreLeftOut() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/Observation"))
                .withQueryParam("_sort", matching(".*"))
                .willReturn(aResponse().withStatus(400)));
        Chart chart = chart();
        assertThat(chart.labs()).isEqualTo(Known.read(List.of()));
        EHR.verify(
                1,
                getRequestedFor(urlPathEqualTo("/fhir/Observation"))
                        .withQueryParam("code", equalTo("http://loinc.org|100977-8"))
                        .withQueryParam("_sort", absent()));
    }

    @Test
    void aServerThatCannotSearchByCodeIsAskedForTheLaboratoryAndThatIsAPart() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/Observation"))
                .withQueryParam("code", matching(".*"))
                .willReturn(aResponse().withStatus(400)));
        Chart chart = chart();
        assertThat(causes(chart.labs())).containsExactly(Cause.INCOMPLETE);
        EHR.verify(1, getRequestedFor(urlEqualTo("/fhir/Observation?patient=mia&category=laboratory")));
    }

    @Test
    void aTokenThatIsRefusedIsNotTriedInOtherWords() {
        EHR.stubFor(any(anyUrl()).atPriority(1).willReturn(aResponse().withStatus(401)));
        assertThat(causes(chart().medications())).containsExactly(Cause.TOKEN_REFUSED);
        EHR.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void whereSearchByPostIsOfferedNoPatientStandsInAnAddress() {
        EHR.stubFor(any(urlEqualTo("/fhir/MedicationRequest/_search")).willReturn(json(Samples.bundle(USE))));
        assertThat(names(chart(new Terms(false, false, true), ""))).containsExactly("azathioprine");
        EHR.verify(
                1,
                postRequestedFor(urlEqualTo("/fhir/Observation/_search"))
                        .withHeader("Content-Type", containing("application/x-www-form-urlencoded"))
                        .withHeader("Authorization", equalTo("Bearer secret"))
                        .withFormParam("patient", equalTo("mia"))
                        .withFormParam("code", equalTo("http://loinc.org|100977-8")));
        EHR.verify(0, getRequestedFor(anyUrl()));
    }

    /** Epic's next links hold a session and nothing of the search. */
    @Test
    void anOpaqueNextLinkIsFollowedAsItIs() {
        EHR.stubFor(get(urlEqualTo("/fhir/MedicationRequest?sessionID=16-A1B2%7C=="))
                .willReturn(json(Samples.bundle(USE))));
        String paged = "{'resourceType': 'Bundle', 'link': [{'relation': 'next', 'url': '" + base()
                + "/MedicationRequest?sessionID=16-A1B2|=='}], 'entry': [{'resource': " + USE.replace("'r'", "'r0'")
                + "}]}";
        Chart chart = chart(Terms.STRICT, "'medicationRequests': " + paged);
        assertThat(names(chart)).hasSize(2);
        assertThat(chart.medications().gaps()).isEmpty();
    }

    private static String[] observations(int from, int count) {
        return IntStream.range(from, from + count)
                .mapToObj(
                        n -> "{'resourceType': 'Observation', 'id': 'o" + n + "', 'status': 'final', 'code': {'coding':"
                                + " [{'system': 'http://loinc.org', 'code': '731-0'}]}, 'subject': {'reference': 'Patient/mia'},"
                                + " 'effectiveDateTime': '2020-01-01', 'valueQuantity': {'value': 1.5, 'unit': '10*3/uL'}}")
                .toArray(String[]::new);
    }

    @Test
    void threeThousandObservationsInOneAnswerAreReadToTheEnd() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/Observation")).willReturn(json(Samples.bundle(observations(0, 3_000)))));
        Chart chart = chart();
        assertThat(chart.labs().found().orElseThrow()).hasSize(3_000);
        assertThat(chart.labs().gaps()).isEmpty();
    }

    @Test
    void threeThousandObservationsInFifteenPagesAreReadToTheEnd() {
        IntStream.range(1, 16)
                .forEach(page -> EHR.stubFor(get(urlEqualTo("/fhir/Observation?cursor=" + page))
                        .willReturn(json(page(page + 1, observations(page * 200, 200), page < 15)))));
        Chart chart = chart(Terms.STRICT, "'labs': " + page(1, new String[0], true));
        assertThat(chart.labs().found().orElseThrow()).hasSize(3_000);
        assertThat(chart.labs().gaps()).isEmpty();
    }

    private static String page(int next, String[] rows, boolean more) {
        String link =
                more ? "'link': [{'relation': 'next', 'url': '" + base() + "/Observation?cursor=" + next + "'}], " : "";
        return Samples.bundle(Arrays.copyOf(rows, rows.length)).replaceFirst("\\{", "{" + link);
    }
}
