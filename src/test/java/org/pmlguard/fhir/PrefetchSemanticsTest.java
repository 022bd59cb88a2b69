package org.pmlguard.fhir;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.clinical.Diagnosis;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.Section;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.Tenant;

/**
 * What each form of a prefetch value means where a FHIR server could be asked: one test for each line of the table of forms.
 * The file has one Condition more than was sent, so that whoever asks is found out.
 */
class PrefetchSemanticsTest {

    private static final String MS = condition("ms", "Patient/mia");
    private static final String ON_FILE = condition("on-file", "Patient/mia");

    @RegisterExtension
    static final WireMockExtension EHR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    @RegisterExtension
    static final WireMockExtension CANARY =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Gate gate = new Gate();

    @BeforeEach
    void somethingIsOnFile() {
        EHR.stubFor(get(urlPathEqualTo("/fhir/Condition")).willReturn(json(Samples.bundle(ON_FILE))));
    }

    @AfterEach
    void nobodyElseHeardOfUs() {
        CANARY.verify(0, anyRequestedFor(anyUrl()));
        gate.close();
    }

    private static ResponseDefinitionBuilder json(String body) {
        return okForContentType("application/fhir+json", body.replace('\'', '"'));
    }

    private static String condition(String id, String subject) {
        return "{'resourceType': 'Condition', 'id': '" + id + "', 'code': {'text': 'MS'}, 'subject': {'reference': '"
                + subject + "'}}";
    }

    private static String base() {
        return "http://localhost:" + EHR.getPort() + "/fhir";
    }

    /** The diagnoses of a call with that prefetch for them; everything else is sent along as none. */
    private Known<List<Diagnosis>> diagnoses(String conditions) {
        Call call = Samples.call(
                "",
                "'fhirServer': '" + base()
                        + "', 'fhirAuthorization': {'access_token': 'secret', 'token_type': 'Bearer'},"
                        + " 'prefetch': {" + conditions + "'labs': null, 'medicationRequests': null,"
                        + " 'medicationStatements': null, 'medicationAdministrations': null}");
        Tenant tenant = new Tenant("t", Tenant.Auth.NONE, List.of(FhirServer.at(base())));
        Outbound out = gate.open(call, tenant, Deadline.in(Duration.ofSeconds(5)));
        return new ChartReader().read(call, Samples.SERVICE, out).diagnoses();
    }

    private Known<List<Diagnosis>> sent(String value) {
        return diagnoses("'conditions': " + value + ", ");
    }

    private static List<String> ids(Known<List<Diagnosis>> diagnoses) {
        return diagnoses.found().stream()
                .flatMap(List::stream)
                .map(Diagnosis::reference)
                .toList();
    }

    private static List<Cause> causes(Known<?> known) {
        return known.gaps().stream().map(Gap::why).toList();
    }

    private static void asked(int times) {
        EHR.verify(times, anyRequestedFor(anyUrl()));
    }

    @Test
    void aKeyThatIsAbsentIsFetched() {
        Known<List<Diagnosis>> diagnoses = diagnoses("");
        assertThat(ids(diagnoses)).containsExactly("Condition/on-file");
        assertThat(diagnoses.gaps()).isEmpty();
        asked(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{'resourceType': 'Bundle', 'type': 'searchset', 'total': 0}"})
    void nullAndAnEmptyBundleMeanNoneOnFileAndAreNotAskedAgain(String none) {
        assertThat(sent(none)).isEqualTo(Known.read(List.of()));
        asked(0);
    }

    @Test
    void anOperationOutcomeMeansUnknownAndIsNotAskedAgain() {
        assertThat(sent("{'resourceType': 'OperationOutcome', 'issue': [{'severity': 'error', 'code': 'timeout'}]}"))
                .isEqualTo(Known.unavailable(Gap.in(Section.DIAGNOSES, Cause.REPORTED_BY_EHR)));
        asked(0);
    }

    @Test
    void aBundleWithAnOperationOutcomeIsReadAndIncomplete() {
        Known<List<Diagnosis>> diagnoses = sent(Samples.bundle(
                MS, "{'resourceType': 'OperationOutcome', 'issue': [{'severity': 'warning', 'code': 'incomplete'}]}"));
        assertThat(ids(diagnoses)).containsExactly("Condition/ms");
        assertThat(causes(diagnoses)).containsExactly(Cause.INCOMPLETE);
        asked(0);
    }

    /** Epic puts an outcome into every empty search, to say that it is empty. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'severity': 'warning', 'code': 'processing', 'details': {'coding': [{'system':"
                        + " 'urn:oid:1.2.840.114350.1.13.0.1.7.2.657369', 'code': '4101'}]}}",
                "{'severity': 'information', 'code': 'informational'}"
            })
    void anOperationOutcomeThatTakesNothingAwayLeavesTheRestComplete(String issue) {
        String outcome = "{'resourceType': 'OperationOutcome', 'issue': [" + issue + "]}";
        assertThat(sent(Samples.bundle(outcome))).isEqualTo(Known.read(List.of()));
        assertThat(sent(Samples.bundle(MS, outcome)).gaps()).isEmpty();
        asked(0);
    }

    @Test
    void aPaginatedBundleIsFollowedOnTheSameOriginWithTheToken() {
        EHR.stubFor(get(urlEqualTo("/fhir?page=2")).willReturn(json(Samples.bundle(condition("ms2", "Patient/mia")))));
        Known<List<Diagnosis>> diagnoses = sent(paged(base() + "?page=2"));
        assertThat(ids(diagnoses)).containsExactly("Condition/ms", "Condition/ms2");
        assertThat(diagnoses.gaps()).isEmpty();
        EHR.verify(
                1, getRequestedFor(urlEqualTo("/fhir?page=2")).withHeader("Authorization", equalTo("Bearer secret")));
        asked(1);
    }

    @Test
    void aPaginatedBundleThatLeadsToAnotherOriginIsIncomplete() {
        Known<List<Diagnosis>> diagnoses = sent(paged(CANARY.baseUrl() + "/fhir?page=2"));
        assertThat(ids(diagnoses)).containsExactly("Condition/ms");
        assertThat(causes(diagnoses)).containsExactly(Cause.INCOMPLETE);
        asked(0);
    }

    private static String paged(String next) {
        return "{'resourceType': 'Bundle', 'link': [{'relation': 'next', 'url': '" + next
                + "'}], 'entry': [{'resource': " + MS + "}]}";
    }

    @Test
    void rowsOfTheWrongPatientAreDiscardedAndLeaveItIncomplete() {
        Known<List<Diagnosis>> diagnoses = sent(Samples.bundle(MS, condition("other", "Patient/noah")));
        assertThat(ids(diagnoses)).containsExactly("Condition/ms");
        assertThat(causes(diagnoses)).containsExactly(Cause.WRONG_PATIENT);
    }

    @Test
    void rowsOfTheWrongTypeAreDiscardedAndLeaveItIncomplete() {
        Known<List<Diagnosis>> diagnoses = sent(Samples.bundle(
                MS, "{'resourceType': 'Observation', 'id': 'o', 'subject': {'reference': 'Patient/mia'}}"));
        assertThat(ids(diagnoses)).containsExactly("Condition/ms");
        assertThat(causes(diagnoses)).containsExactly(Cause.INCOMPLETE);
        asked(0);
    }

    @Test
    void theAnswerToAnotherQuestionAltogetherCountsAsAbsent() {
        assertThat(ids(sent("{'resourceType': 'Patient', 'id': 'mia'}"))).containsExactly("Condition/on-file");
        asked(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'status': '200 OK'}", "{'status': 200}", "{}"})
    void theWrappingOfTheFirstVersionsIsTakenOff(String response) {
        assertThat(ids(sent("{'response': " + response + ", 'resource': " + Samples.bundle(MS) + "}")))
                .containsExactly("Condition/ms");
        asked(0);
    }

    @Test
    void aWrappedFailureMeansUnknown() {
        assertThat(sent("{'response': {'status': '500'}, 'resource': " + Samples.bundle(MS) + "}"))
                .isEqualTo(Known.unavailable(Gap.in(Section.DIAGNOSES, Cause.REPORTED_BY_EHR)));
        asked(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'<html>Apache Tomcat error</html>'", "'error'", "7", "{'error': 'x'}"})
    void whatIsNotFhirMeansUnknown(String junk) {
        assertThat(sent(junk)).isEqualTo(Known.unavailable(Gap.in(Section.DIAGNOSES, Cause.REPORTED_BY_EHR)));
        asked(0);
    }
}
