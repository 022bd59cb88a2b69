package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.browser.Chromium;
import org.pmlguard.browser.Tab;

/** The demo EHR in a real browser. Where there is no Chromium these are reported as aborted, with the reason. */
class BrowserStoryTest extends DemoServer {

    private static final String NORA = "nora-high-index";
    private static final int DESKTOP = 1280;

    private static Chromium browser;

    @BeforeAll
    static void start() {
        Assumptions.assumeTrue(Chromium.found().isPresent(), "No Chromium here; set CHROMIUM to one to test the pages");
        browser = Chromium.start();
    }

    @AfterAll
    static void end() {
        if (browser != null) {
            browser.close();
        }
    }

    private Visit visit(int width) {
        return new Visit(browser.tab(width, 900), base());
    }

    private Visit visit() {
        return visit(DESKTOP);
    }

    @ParameterizedTest
    @ValueSource(ints = {DESKTOP, 400})
    void fromTheFrontDoorToASignedOrder(int width) {
        send("POST", "/demo/reset", "");
        Visit visit = visit(width);
        Tab tab = visit.tab();
        tab.open(base() + "/");
        assertThat(tab.text("main")).contains("A second look", "pml-order-sign", "for clinical review before use");
        visit.isAccessible();
        visit.fitsTheWindow();
        tab.click("a.button", "Open the demo EHR");
        tab.when("document.body.dataset.ready");

        visit.open(NORA);
        assertThat(visit.chart()).contains("Relapsing-remitting multiple sclerosis", "JCV antibody index", "2.1");
        visit.choose("natalizumab");
        assertThat(visit.cards()).contains("critical", "JCV index 2.1: high PML risk", "2.1 (12 Oct 2026)");
        visit.sign();
        assertThat(visit.said()).contains("order-sign", "1 card");
        visit.isAccessible();

        visit.press("Order MRI brain");
        assertThat(visit.cards()).contains("Done: Order MRI brain");
        assertThat(visit.chart()).contains("MR Brain WO and W contrast IV");
        visit.press("Sign anyway");
        assertThat(visit.said()).contains("Signed");
        assertThat(visit.chart()).contains("[Tysabri]");
        assertThat(json("/demo/fhir/ServiceRequest?patient=" + NORA)
                        .path("total")
                        .asInt())
                .isEqualTo(1);

        visit.isAccessible();
        visit.fitsTheWindow();
        visit.staysHere();
        visit.hasNoErrors();
    }

    @Test
    void theDeveloperPaneShowsWhatWentOverTheWire() {
        Visit visit = visit().to(NORA).choose("natalizumab");
        assertThat(visit.wire())
                .contains("POST /cds-services/pml-order-select", "200")
                .contains("Prefetch", "medicationAdministrations", "30 found")
                .contains("\"hook\": \"order-select\"", "\"selections\"", "127.0.0.1:" + port + "/demo/fhir")
                .contains("\"indicator\": \"critical\"");
    }

    @Test
    void aSuggestionToRemoveTheOrderRemovesIt() {
        Visit visit = visit().to("clara-past-pml").choose("natalizumab").sign();
        assertThat(visit.cards()).contains("history of PML");
        visit.press("Remove this natalizumab order");
        assertThat(visit.cards()).contains("Done: Remove").doesNotContain("Sign anyway");
        assertThat(visit.tab().text("#orders")).contains("None yet");
    }

    @Test
    void anOverrideIsSentWithItsReason() {
        Visit visit =
                visit().to("grace-crohn-azathioprine").choose("natalizumab").sign();
        visit.tab().click("#cards summary", "Override");
        visit.tab().click("#cards label", "Other drug is being stopped");
        visit.press("Override this card");
        assertThat(visit.cards()).contains("Overridden: Other drug is being stopped");
        assertThat(visit.wire()).contains("/feedback", "\"outcome\": \"overridden\"", "other-drug-being-stopped");
    }

    @Test
    void aPharmacistVerifiesWhatWasSigned() {
        Visit visit = visit().to("david-lymphopenia-on-fumarate").set("role", "pharmacist");
        assertThat(visit.tab().text("#orders-title")).isEqualTo("Orders to verify");
        visit.tab().click("#orders button", "Verify");
        visit.settled("document.querySelector('#cards article')");
        assertThat(visit.cards()).contains("critical", "Dimethyl fumarate", "lymphocytes", "Verify anyway");
        assertThat(visit.wire())
                .contains("POST /cds-services/pml-medication-verify", "200")
                .contains("\"hook\": \"medication-verify\"", "\"order\": {", "dimethyl fumarate")
                .contains("Practitioner/demo-pharmacist");
        visit.press("Verify anyway");
        assertThat(visit.said()).contains("Verified");
        visit.hasNoErrors();
    }

    @Test
    void aStablePatientGetsNoCard() {
        Visit visit = visit().to("emma-stable").choose("natalizumab");
        assertThat(visit.said()).contains("Nothing to say");
        assertThat(visit.sign().said()).contains("Signed");
        visit.hasNoErrors();
    }

    @Test
    void aLookAlikeDrugIsLeftAloneAndTheRealOneIsNot() {
        Visit visit = visit().to("rosa-look-alike").choose("ferrous fumarate");
        assertThat(visit.said()).contains("Nothing to say");
        assertThat(visit.choose("dimethyl fumarate").cards()).contains("Dimethyl fumarate");
    }

    @Test
    void aBrokenLaboratoryFeedIsSaidOnTheCardAndInTheChart() {
        Visit visit = visit().to("paul-lab-feed-down");
        assertThat(visit.chart()).contains("Could not be read");
        assertThat(visit.choose("natalizumab").cards()).contains("Not known", "laboratory results");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "labs-down     | laboratory results",
                "slow          | diagnoses",
                "none-sent     | nowhere to ask",
                "wrong-patient | another patient"
            })
    void whatIsBrokenIsSaidOnTheCard(String fault, String words) {
        for (String delivery : new String[] {"prefetch", "fetch"}) {
            Visit visit = visit().to(NORA).set("fault", fault).set("delivery", delivery);
            assertThat(visit.choose("natalizumab").cards()).contains("Not known", words);
        }
    }

    @ParameterizedTest
    @CsvSource({"prefetch,R4", "prefetch,R5", "prefetch,STU3", "fetch,R4", "fetch,R5", "fetch,STU3"})
    void theRecordMayComeEitherWayAndInEachVersion(String delivery, String version) {
        Visit visit = visit().to(NORA)
                .set("delivery", delivery)
                .set("version", version)
                .choose("natalizumab");
        assertThat(visit.cards())
                .contains("Natalizumab, month 30, JCV index 2.1")
                .doesNotContain("Not known");
        visit.hasNoErrors();
    }
}
