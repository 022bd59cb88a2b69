package org.pmlguard.fhir;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.cdshooks.Call;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Gap.Cause;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.tenant.FhirServer;
import org.pmlguard.tenant.Tenant;

/** Medications that are only pointed to: how often they are asked for, and how long they are remembered. */
class MedicationLookupTest {

    private static final String NOTHING_ELSE =
            "'conditions': null, 'labs': null, 'medicationStatements': null, 'medicationAdministrations': null";

    @RegisterExtension
    static final WireMockExtension EHR =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final Gate gate = new Gate();

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

    private static Tenant tenant(String id) {
        return new Tenant(id, Tenant.Auth.NONE, List.of(FhirServer.at(base())));
    }

    private static Call call(String drafts, String prefetch) {
        return Samples.call(
                drafts,
                "'fhirServer': '" + base()
                        + "', 'fhirAuthorization': {'access_token': 'secret', 'token_type': 'Bearer'},"
                        + " 'prefetch': {" + prefetch + "}");
    }

    private static String request(String reference) {
        return "{'resourceType': 'MedicationRequest', 'status': 'active', 'medicationReference': {'reference': '"
                + reference + "'}}";
    }

    private List<Order> orders(Tenant tenant, String... references) {
        Call call = call(
                Stream.of(references)
                        .map(reference -> "{'resource': " + request(reference) + "}")
                        .collect(Collectors.joining(",")),
                "");
        return new OrderReader()
                .read(call, gate.open(call, tenant, Deadline.in(Duration.ofSeconds(5))))
                .orders();
    }

    private List<Order> orders(String... references) {
        return orders(tenant("t"), references);
    }

    private Known<List<MedicationUse>> history(String... references) {
        Call call = call(
                "",
                NOTHING_ELSE + ", 'medicationRequests': "
                        + Samples.bundle(Stream.of(references)
                                .map(MedicationLookupTest::request)
                                .toArray(String[]::new)));
        return new ChartReader()
                .read(call, Samples.SERVICE, gate.open(call, tenant("t"), Deadline.in(Duration.ofSeconds(5))))
                .medications();
    }

    private static String medication(String id, String name) {
        return "{'resourceType': 'Medication', 'id': '" + id + "', 'code': {'text': '" + name + "'}}";
    }

    private static void searchFinds(String... medications) {
        EHR.stubFor(get(urlPathEqualTo("/fhir/Medication")).willReturn(json(Samples.bundle(medications))));
    }

    private static List<String> names(List<Order> orders) {
        return orders.stream()
                .map(order -> order.product()
                        .found()
                        .map(product -> product.name().text())
                        .orElse("?"))
                .toList();
    }

    @Test
    void oneMedicationIsReadOnceHoweverManyOrdersPointToIt() {
        EHR.stubFor(get(urlEqualTo("/fhir/Medication/m1")).willReturn(json(medication("m1", "natalizumab"))));
        assertThat(names(orders("Medication/m1", base() + "/Medication/m1", "Medication/m1/_history/2")))
                .containsOnly("natalizumab");
        EHR.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer secret")));
    }

    @Test
    void severalAreLookedUpInOneSearch() {
        searchFinds(medication("m2", "fingolimod"), medication("m1", "natalizumab"));
        assertThat(names(orders("Medication/m1", "Medication/m2", "Medication/m1", "Medication/gone")))
                .containsExactly("natalizumab", "fingolimod", "natalizumab", "?");
        EHR.verify(1, anyRequestedFor(anyUrl()));
        EHR.verify(1, getRequestedFor(urlEqualTo("/fhir/Medication?_id=m1,m2,gone&_count=3")));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 501})
    void whereMedicationsCannotBeSearchedEachIsRead(int status) {
        EHR.stubFor(
                any(urlPathEqualTo("/fhir/Medication")).willReturn(aResponse().withStatus(status)));
        EHR.stubFor(get(urlEqualTo("/fhir/Medication/m1")).willReturn(json(medication("m1", "natalizumab"))));
        EHR.stubFor(get(urlEqualTo("/fhir/Medication/m2")).willReturn(json(medication("m2", "fingolimod"))));
        assertThat(names(orders("Medication/m1", "Medication/m2"))).containsExactly("natalizumab", "fingolimod");
    }

    @Test
    void aSearchThatFailsIsTheCauseForAll() {
        EHR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(500)));
        assertThat(orders("Medication/m1", "Medication/m2"))
                .allSatisfy(order ->
                        assertThat(order.product().gaps()).extracting(Gap::why).containsExactly(Cause.SERVER_ERROR));
        EHR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aMedicationThatWasReadIsNotAskedForAgain() {
        searchFinds(medication("m1", "natalizumab"), medication("m2", "fingolimod"));
        orders("Medication/m1", "Medication/m2");
        assertThat(names(orders("Medication/m2", "Medication/m1"))).containsExactly("fingolimod", "natalizumab");
        EHR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aFailureIsNotRemembered() {
        EHR.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
        orders("Medication/m1");
        EHR.stubFor(any(anyUrl()).willReturn(json(medication("m1", "natalizumab"))));
        assertThat(names(orders("Medication/m1"))).containsExactly("natalizumab");
    }

    @Test
    void whatOneTenantReadIsNotShownToAnother() {
        EHR.stubFor(any(anyUrl()).willReturn(json(medication("m1", "natalizumab"))));
        orders(tenant("t"), "Medication/m1");
        orders(tenant("u"), "Medication/m1");
        EHR.verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void ofAMedicationOnlyWhatSaysTheProductIsKept() {
        Shelf shelf = new Shelf();
        shelf.keep(
                new TypedId("Medication", "m1"),
                Samples.json("{'resourceType': 'Medication', 'id': 'm1', 'code': {'text': 'x'}, 'text': {'div': 'Mia'},"
                        + " 'extension': [{'valueString': 'Mia'}]}"));
        shelf.keep(new TypedId("Condition", "c1"), Samples.json("{'resourceType': 'Condition', 'id': 'c1'}"));
        assertThat(shelf.find(new TypedId("Medication", "m1")))
                .contains(Samples.json("{'resourceType': 'Medication', 'id': 'm1', 'code': {'text': 'x'}}"));
        assertThat(shelf.find(new TypedId("Condition", "c1"))).isEmpty();
    }

    @Test
    void rowsOfTheChartThatOnlyPointToTheirMedicineAreLookedUpInOneSearchToo() {
        searchFinds(medication("m1", "azathioprine"), medication("m2", "natalizumab"));
        Known<List<MedicationUse>> history = history("Medication/m1", "Medication/m2", "Medication/m1");
        assertThat(history.found().orElseThrow())
                .extracting(use -> use.product().name().text())
                .containsOnly("azathioprine", "natalizumab");
        assertThat(history.gaps()).isEmpty();
        EHR.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void moreThanIsReasonableAreNotAllLookedUpAndTheRestIsAGap() {
        searchFinds();
        String[] references = IntStream.range(0, MedicationLookup.MOST + 5)
                .mapToObj(n -> "Medication/m" + n)
                .toArray(String[]::new);
        assertThat(orders(references).getLast().product().gaps())
                .extracting(Gap::why)
                .containsExactly(Cause.INCOMPLETE);
        EHR.verify(1, anyRequestedFor(anyUrl()));
    }
}
