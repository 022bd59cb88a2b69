package org.pmlguard.terminology;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.pmlguard.clinical.Chart;
import org.pmlguard.clinical.CodeSystem;
import org.pmlguard.clinical.Coding;
import org.pmlguard.clinical.Concept;
import org.pmlguard.clinical.Dosing;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Known;
import org.pmlguard.clinical.MedicationUse;
import org.pmlguard.clinical.Order;
import org.pmlguard.clinical.Product;
import org.pmlguard.clinical.Span;
import org.pmlguard.knowledge.drug.Drugs;
import org.pmlguard.knowledge.drug.Recognition;
import org.pmlguard.knowledge.load.PackLoader;
import org.pmlguard.terminology.TerminologyProperties.Cache;
import org.pmlguard.terminology.TerminologyProperties.Service;

/** The look-up of codes that our tables do not know, against a service that works and against every kind that does not. */
class LookUpTest {

    private static final Drugs DRUGS = PackLoader.shipped().drugs();
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final Duration SHORT = Duration.ofMillis(50);

    @RegisterExtension
    static final WireMockExtension SERVICE = WireMockExtension.newInstance()
            .options(options().dynamicPort().gzipDisabled(true))
            .build();

    /** Somebody who must never hear of us. */
    @RegisterExtension
    static final WireMockExtension CANARY =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private final MovableClock clock = new MovableClock();
    private final LookUp lookUp = lookUp(Service.RXNAV, LONG);

    @AfterEach
    void nobodyElseHeardOfUs() {
        CANARY.verify(0, anyRequestedFor(anyUrl()));
    }

    private LookUp lookUp(Service service, Duration patience) {
        Cache cache = new Cache(100, Duration.ofDays(7), Duration.ofDays(1));
        TerminologyProperties properties = new TerminologyProperties(
                service, "http://localhost:" + SERVICE.getPort(), patience, LONG, 3, 3, Duration.ofMinutes(1), cache);
        return TerminologyConfiguration.lookUp(DRUGS, properties, clock, clock::nanos);
    }

    private static Coding rxnorm(String code) {
        return new Coding(CodeSystem.RXNORM, code, "");
    }

    private static Product bare(Coding... codings) {
        return Product.named(new Concept(List.of(codings), ""));
    }

    private static Order order(Product product) {
        return new Order(
                "MedicationRequest/1",
                Known.read(product),
                new Dosing(Optional.empty(), Optional.empty()),
                Order.Purpose.TREAT);
    }

    private static Known<Product> ordered(LookUp lookUp, Product product) {
        return lookUp.orders(List.of(order(product)), LONG).getFirst().product();
    }

    private static List<String> recognised(Known<Product> product) {
        return DRUGS.recognise(product.found().orElseThrow()).drugs().stream()
                .map(found -> found.drug().id() + " by " + found.by().code())
                .toList();
    }

    private static String file(String name) {
        try (InputStream file = LookUpTest.class.getResourceAsStream("/terminology/" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void answer(ResponseDefinitionBuilder answer) {
        SERVICE.stubFor(get(anyUrl()).willReturn(answer));
    }

    @Test
    void aNewRxcuiIsRecognisedByTheIngredientThatRxNavNames() {
        answer(okJson(file("rxnav/historystatus-new-natalizumab")));
        Known<Product> product = ordered(lookUp, bare(rxnorm("9900001")));
        assertThat(recognised(product)).containsExactly("natalizumab by look-up");
        assertThat(product.gaps()).isEmpty();
        assertThat(product.found().orElseThrow().explainedBy()).contains("RxNav");
        SERVICE.verify(
                1,
                getRequestedFor(urlEqualTo("/REST/rxcui/9900001/historystatus.json"))
                        .withHeader("Accept", equalTo("application/json"))
                        .withoutHeader("Authorization")
                        .withoutHeader("Cookie"));
    }

    @Test
    void aNewNdcIsRecognisedByTheRxNormNameOfItsProduct() {
        answer(okJson(file("rxnav/ndcstatus-new-natalizumab")));
        Coding ndc = new Coding(CodeSystem.NDC, "99999-0001-01", "");
        assertThat(recognised(ordered(lookUp, bare(ndc)))).containsExactly("natalizumab by look-up");
        SERVICE.verify(1, getRequestedFor(urlEqualTo("/REST/ndcstatus.json?ndc=99999-0001-01")));
    }

    @Test
    void aRemappedCodeIsRecognisedByTheCodeThatReplacedIt() {
        answer(okJson(file("rxnav/historystatus-remapped")));
        assertThat(recognised(ordered(lookUp, bare(rxnorm("9900003"))))).containsExactly("natalizumab by look-up");
    }

    @Test
    void anOintmentIsNotTakenForATablet() {
        answer(okJson(file("rxnav/historystatus-new-ointment")));
        assertThat(recognised(ordered(lookUp, bare(rxnorm("9900002"))))).isEmpty();
    }

    @Test
    void anUnknownBrandIsLookedUpAlthoughItHasAName() {
        answer(okJson(file("rxnav/historystatus-new-natalizumab")));
        Coding named = new Coding(CodeSystem.RXNORM, "9900001", "Novobrand 300 mg");
        assertThat(recognised(ordered(lookUp, bare(named)))).containsExactly("natalizumab by look-up");
    }

    @Test
    void aTerminologyServerIsAskedForTheNamesOfACode() {
        answer(okJson(file("fhir/lookup-new-natalizumab")));
        Coding snomed = new Coding(CodeSystem.SNOMED, "99900001234567", "");
        assertThat(recognised(ordered(lookUp(Service.FHIR, LONG), bare(snomed))))
                .containsExactly("natalizumab by look-up");
        SERVICE.verify(
                1,
                getRequestedFor(urlPathEqualTo("/CodeSystem/$lookup"))
                        .withQueryParam("system", equalTo("http://snomed.info/sct"))
                        .withQueryParam("code", equalTo("99900001234567"))
                        .withHeader("Accept", equalTo("application/fhir+json")));
    }

    @Test
    void aCodeThatATerminologyServerDoesNotKnowIsNoFailure() {
        answer(aResponse().withStatus(404).withBody(file("fhir/lookup-unknown")));
        LookUp fhir = lookUp(Service.FHIR, LONG);
        Product product = bare(rxnorm("9900009"));
        assertThat(ordered(fhir, product)).isEqualTo(Known.read(product));
        ordered(fhir, product);
        SERVICE.verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @CsvSource({"historystatus-new-natalizumab", "historystatus-unknown"})
    void eachCodeIsAskedOnceWhetherKnownOrNot(String answered) {
        answer(okJson(file("rxnav/" + answered)));
        IntStream.range(0, 5).forEach(time -> ordered(lookUp, bare(rxnorm("9900001"))));
        SERVICE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void whatIsUnknownIsAskedAgainSoonerThanWhatIsKnown() {
        SERVICE.stubFor(
                get(urlMatching(".*/9900001/.*")).willReturn(okJson(file("rxnav/historystatus-new-natalizumab"))));
        SERVICE.stubFor(get(urlMatching(".*/9900009/.*")).willReturn(okJson(file("rxnav/historystatus-unknown"))));
        ordered(lookUp, bare(rxnorm("9900001"), rxnorm("9900009")));
        assertThat(askedAgain("9900009", Duration.ofDays(2))).isTrue();
        SERVICE.verify(1, getRequestedFor(urlMatching(".*/9900001/.*")));
        assertThat(askedAgain("9900001", Duration.ofDays(8))).isTrue();
    }

    /**
     * Whether time passing makes the code be asked again. The cache notes the time of an answer a moment after it is given,
     * so it is asked often before the time passes.
     */
    private boolean askedAgain(String code, Duration step) {
        int before = SERVICE.findAll(getRequestedFor(urlMatching(".*/" + code + "/.*")))
                .size();
        return IntStream.range(0, 3).anyMatch(time -> {
            IntStream.range(0, 500).forEach(again -> ordered(lookUp, bare(rxnorm("9900001"), rxnorm("9900009"))));
            clock.move(step);
            ordered(lookUp, bare(rxnorm("9900001"), rxnorm("9900009")));
            return SERVICE.findAll(getRequestedFor(urlMatching(".*/" + code + "/.*")))
                            .size()
                    > before;
        });
    }

    static Stream<ResponseDefinitionBuilder> failures() {
        return Stream.of(
                aResponse().withStatus(500),
                aResponse().withStatus(500).withBody("{\"rxcuiStatusHistory\": {}}"),
                aResponse().withStatus(429).withBody("{}"),
                aResponse().withStatus(204),
                ok("<html><body>Scheduled maintenance</body></html>").withHeader("Content-Type", "text/html"),
                okJson("{\"idGroup\": {}}"),
                okJson("[]"),
                okJson("{\"rxcuiStatusHistory\": "),
                okJson("{\"rxcuiStatusHistory\": {\"attributes\": {\"name\": \"" + "natalizumab ".repeat(100_000)
                        + "\"}}}"),
                aResponse().withStatus(302).withHeader("Location", "http://localhost:" + CANARY.getPort() + "/REST"),
                aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverElseComesBackABareCodeIsSaidToBeUnread(ResponseDefinitionBuilder failure) {
        answer(failure);
        Product product = bare(rxnorm("9900001"));
        assertThat(ordered(lookUp, product))
                .isEqualTo(new Known.Read<>(product, List.of(new Gap("the ordered drug", Gap.Cause.NOT_LOOKED_UP))));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverElseComesBackANamedOrderStaysAsItIs(ResponseDefinitionBuilder failure) {
        answer(failure);
        Product product = bare(new Coding(CodeSystem.RXNORM, "9900001", "Amoxicillin 500 MG"));
        assertThat(ordered(lookUp, product)).isEqualTo(Known.read(product));
    }

    @Test
    void aSlowServiceIsNotWaitedForButItsAnswerServesTheNextCall() {
        answer(okJson(file("rxnav/historystatus-new-natalizumab")).withFixedDelay(1_000));
        LookUp impatient = lookUp(Service.RXNAV, SHORT);
        assertThat(ordered(impatient, bare(rxnorm("9900001"))).gaps()).hasSize(1);
        assertThat(recognised(lookUpAfter(impatient))).containsExactly("natalizumab by look-up");
        SERVICE.verify(1, anyRequestedFor(anyUrl()));
    }

    /** Asks until the answer that is under way has come. */
    private static Known<Product> lookUpAfter(LookUp impatient) {
        return IntStream.range(0, 200)
                .mapToObj(time -> ordered(impatient, bare(rxnorm("9900001"))))
                .filter(product -> product.gaps().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDeadlineOfTheCallBoundsTheWait() {
        answer(okJson(file("rxnav/historystatus-new-natalizumab")).withFixedDelay(1_000));
        Order late = lookUp.orders(List.of(order(bare(rxnorm("9900001")))), Duration.ZERO)
                .getFirst();
        assertThat(late.product().gaps()).hasSize(1);
    }

    @Test
    void afterFailuresInARowTheServiceIsLeftAloneForAWhile() {
        answer(aResponse().withStatus(500));
        IntStream.range(0, 10).forEach(code -> ordered(lookUp, bare(rxnorm("990000" + code))));
        SERVICE.verify(3, anyRequestedFor(anyUrl()));
        clock.move(Duration.ofSeconds(59));
        // Another code than below: one that was just given up may be on its way out of the cache.
        ordered(lookUp, bare(rxnorm("9900002")));
        SERVICE.verify(3, anyRequestedFor(anyUrl()));
        clock.move(Duration.ofSeconds(2));
        answer(okJson(file("rxnav/historystatus-new-natalizumab")));
        assertThat(recognised(ordered(lookUp, bare(rxnorm("9900001"))))).containsExactly("natalizumab by look-up");
    }

    @Test
    void onlySoManyCodesOfACallAreAsked() {
        answer(okJson(file("rxnav/historystatus-unknown")));
        List<Order> orders = IntStream.range(0, 10)
                .mapToObj(code -> order(bare(rxnorm("991000" + code))))
                .toList();
        List<Order> after = lookUp.orders(orders, LONG);
        SERVICE.verify(3, anyRequestedFor(anyUrl()));
        assertThat(after).filteredOn(order -> !order.product().gaps().isEmpty()).hasSize(7);
    }

    static Stream<Product> neverAsked() {
        return Stream.of(
                bare(rxnorm("603541")),
                bare(new Coding(CodeSystem.RXNORM, "9900001", "natalizumab 300 mg")),
                bare(new Coding(CodeSystem.RXNORM, "9900001", "tacrolimus ointment")),
                bare(new Coding(CodeSystem.RXNORM, "9900001", "some cream")),
                bare(rxnorm("MRN 4711, Mia Miller")),
                bare(rxnorm("../../feedback")),
                bare(rxnorm("")),
                bare(new Coding(CodeSystem.OTHER, "9900001", "")),
                bare(new Coding(CodeSystem.NDC, "1234", "")),
                Product.named(Concept.ofText("something the patient brought along")));
    }

    @ParameterizedTest
    @MethodSource("neverAsked")
    void whatIsKnownOrIsNoCodeOfItsSystemIsNotSent(Product product) {
        assertThat(ordered(lookUp, product)).isEqualTo(Known.read(product));
        ordered(lookUp(Service.FHIR, LONG), product);
        SERVICE.verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void offByDefaultNobodyIsAsked() {
        Product product = bare(rxnorm("9900001"));
        assertThat(ordered(lookUp(Service.NONE, LONG), product)).isEqualTo(Known.read(product));
        SERVICE.verify(0, anyRequestedFor(anyUrl()));
    }

    private static Chart chart(Product... products) {
        List<MedicationUse> uses = Stream.of(products)
                .map(product -> new MedicationUse(
                        product,
                        MedicationUse.Status.ENDED,
                        new Span(Optional.empty(), Optional.empty()),
                        new Dosing(Optional.empty(), Optional.empty()),
                        MedicationUse.Source.ORDERED,
                        Optional.empty(),
                        "MedicationRequest/7"))
                .toList();
        return new Chart(Known.read(List.of()), Known.read(uses), Known.read(List.of()), Known.read(List.of()));
    }

    private static Stream<Recognition> recognised(Chart chart) {
        return chart.medications().found().orElseThrow().stream().map(use -> DRUGS.recognise(use.product()));
    }

    @Test
    void ofTheChartOnlyBareCodesAreLookedUp() {
        answer(okJson(file("rxnav/historystatus-new-natalizumab")));
        Coding named = new Coding(CodeSystem.RXNORM, "9900005", "Amoxicillin 500 MG");
        Chart chart = lookUp.chart(chart(bare(named), bare(rxnorm("9900001"))), LONG);
        assertThat(recognised(chart).map(recognition -> recognition.drugs().size()))
                .containsExactly(0, 1);
        SERVICE.verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void aChartThatCannotBeLookedUpStaysAsItIs() {
        answer(aResponse().withStatus(500));
        Chart chart = chart(bare(rxnorm("9900001")));
        assertThat(lookUp.chart(chart, LONG)).isEqualTo(chart);
    }
}
