package org.pmlguard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The desk over HTTP, whatever database is below. */
abstract class DeskTest extends DeskServer {

    private static final String HIGH = "natalizumab-year-3-high-index";

    private static String someone() {
        return "p-" + UUID.randomUUID();
    }

    @Test
    void nobodySeesACaseWithoutLoggingIn() throws Exception {
        Line line = signed(HIGH, someone());
        for (String path : new String[] {"/review", "/review/" + line.id(), "/review/insight", "/review/live"}) {
            HttpResponse<String> answer = new Browser().get(path);
            assertThat(answer.uri().getPath()).as(path).isEqualTo("/login");
            assertThat(answer.body()).doesNotContain(line.patient().orElseThrow());
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndSaysNoMore() {
        Browser browser = new Browser();
        browser.get("/login");
        HttpResponse<String> known = browser.post("/login", Map.of("username", "ada", "password", "no"));
        HttpResponse<String> unknown = browser.post("/login", Map.of("username", "nobody", "password", "no"));
        assertThat(known.body()).contains("Name or password is not right");
        assertThat(unknown.body()).contains("Name or password is not right");
    }

    @Test
    void theOtherPathsStayAsTheyWere() {
        Browser browser = new Browser();
        assertThat(browser.get("/cds-services").statusCode()).isEqualTo(200);
        HttpResponse<String> book = browser.get("/knowledge");
        assertThat(book.statusCode()).isEqualTo(200);
        assertThat(book.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void thePagesMayRunOurOwnScriptAndNothingElse() {
        HttpResponse<String> page = loggedIn("ada").get("/review");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void theSessionCookieIsOutOfReachOfScripts() {
        String cookie =
                new Browser().get("/login").headers().firstValue("Set-Cookie").orElse("");
        assertThat(cookie).contains("pml-guard-desk=", "HttpOnly", "SameSite=Lax");
    }

    @Test
    void aCaseShowsTheCardItsFactsRulesAndTheOverride() throws Exception {
        Line line = signed(HIGH, someone());
        overridden(line, "informed-continuation", "Talked <b>today</b>");
        String page = loggedIn("ada").get("/review/" + line.id()).body();
        assertThat(page)
                .contains("Observation/", "/knowledge/rules/PML-019", "Informed patient continues", "<svg")
                .contains("Talked &lt;b&gt;today&lt;/b&gt;")
                .contains("this case");
        assertThat(line(line.id()).orElseThrow().version()).isZero();
    }

    @Test
    void anInterventionIsRecordedWithWhoAndWhen() throws Exception {
        Line line = signed(HIGH, someone());
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        HttpResponse<String> page = ada.act(line, "intervention", "contacted-prescriber", "Rang Dr Who");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("taken by ada", "intervened: Contacted the prescriber", "Rang Dr Who", "2026-11-21 10:00");
    }

    @Test
    void aCaseIsTakenNotedClosedAndReopened() throws Exception {
        Line line = signed(HIGH, someone());
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        assertThat(ada.act(line, "take", "", "").body()).contains("taken by ada");
        assertThat(ada.act(line, "note", "", "MRI is booked").body()).contains("MRI is booked");
        assertThat(ada.act(line, "close", "verified", "").body()).contains("closed the case: Verified");
        assertThat(line(line.id()).orElseThrow().isWaiting()).isFalse();
        assertThat(ada.act(line, "reopen", "", "").body()).contains("reopened the case");
        assertThat(line(line.id()).orElseThrow()).returns(4, Line::version).returns(Standing.OPEN, Line::standing);
    }

    @Test
    void twoPharmacistsCannotOverwriteEachOther() throws Exception {
        Line line = signed(HIGH, someone());
        Browser ada = loggedIn("ada");
        Browser ben = loggedIn("ben");
        ada.get("/review/" + line.id());
        ben.get("/review/" + line.id());
        ada.act(line, "close", "verified", "");
        HttpResponse<String> second = ben.act(line, "note", "", "I would hold this");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Not recorded: ada changed this case", "I would hold this");
        assertThat(line(line.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void aDoubleClickIsOneAct() throws Exception {
        Line line = signed(HIGH, someone());
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        Map<String, String> form =
                Map.of("version", "0", "action", "intervention", "code", "recommended-test", "note", "");
        assertThat(ada.post("/review/" + line.id() + "/acts", form).statusCode())
                .isEqualTo(200);
        assertThat(ada.post("/review/" + line.id() + "/acts", form).statusCode())
                .isEqualTo(200);
        assertThat(line(line.id()).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatCannotBeDoneIsRefusedAndChangesNothing() throws Exception {
        Line line = signed(HIGH, someone());
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        assertThat(ada.act(line, "intervention", "made-up", "").body()).contains("Choose what applies");
        assertThat(ada.act(line, "note", "", "  ").body()).contains("A note needs some words");
        assertThat(ada.act(line, "reopen", "", "").statusCode()).isEqualTo(409);
        assertThat(ada.act(line, "supersede", "", "").statusCode()).isEqualTo(409);
        assertThat(line(line.id()).orElseThrow().version()).isZero();
    }

    @Test
    void aViewerReadsAndCannotAct() throws Exception {
        Line line = signed(HIGH, someone());
        Browser vera = loggedIn("vera");
        assertThat(vera.get("/review/" + line.id()).body())
                .contains("A pharmacist can act")
                .doesNotContain("Record intervention");
        assertThat(vera.post("/review/" + line.id() + "/acts", Map.of("version", "0", "action", "take"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(line(line.id()).orElseThrow().version()).isZero();
    }

    @Test
    void aFormOfAnotherSiteIsRefused() throws Exception {
        Line line = signed(HIGH, someone());
        HttpResponse<String> answer = loggedIn("ada")
                .postWith("forged", "/review/" + line.id() + "/acts", Map.of("version", "0", "action", "take"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(line(line.id()).orElseThrow().version()).isZero();
    }

    @Test
    void whoSeesOneTenantSeesNoOther() throws Exception {
        Line line = signed(HIGH, someone());
        Browser elsewhere = loggedIn("elsewhere");
        assertThat(elsewhere.get("/review/" + line.id()).statusCode()).isEqualTo(404);
        assertThat(elsewhere.get("/review?status=all").body())
                .doesNotContain(line.id().toString());
        assertThat(elsewhere
                        .post("/review/search", Map.of("asked", line.patient().orElseThrow()))
                        .body())
                .contains("No case holds this");
        assertThat(elsewhere.get("/review/insight").body()).contains("No rule held");
    }

    @Test
    void theQueueIsNarrowedByWhatIsAsked() throws Exception {
        Line high = signed(HIGH, someone());
        Line fumarate = signed("fumarate-lymphopenia", someone());
        overridden(high, "informed-continuation", "");
        Browser ada = loggedIn("ada");
        assertThat(ada.get("/review?answer=overridden&drug=natalizumab&indicator=critical&tenant=trial")
                        .body())
                .contains(high.id().toString())
                .doesNotContain(fumarate.id().toString());
        assertThat(ada.get("/review?answer=none&drug=dimethyl-fumarate").body())
                .contains(fumarate.id().toString())
                .doesNotContain(high.id().toString());
        assertThat(ada.get("/review?status=closed&drug=belatacept").body()).contains("No case fits this filter");
        assertThat(ada.get("/review?after=nonsense&status=what&indicator=%27").statusCode())
                .isEqualTo(200);
    }

    @Test
    void aCaseIsFoundByWhatStandsInItAndNothingOfItStandsInAnAddress() throws Exception {
        Line line = signed(HIGH, someone());
        Line other = signed("fumarate-lymphopenia", someone());
        overridden(line, "informed-continuation", "Knows about 100% of it");
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        ada.act(line, "note", "", "Rang Dr Quux");
        String patient = line.patient().orElseThrow();
        for (String asked :
                new String[] {patient, patient.substring(0, 12), "dr quux", "100% OF", "pml-019", "natalizumab"}) {
            HttpResponse<String> found = ada.post("/review/search", Map.of("asked", asked));
            assertThat(found.uri().getQuery()).isNull();
            assertThat(found.body())
                    .as(asked)
                    .contains(line.id().toString())
                    .doesNotContain(other.id().toString());
        }
        assertThat(ada.post("/review/search", Map.of("asked", "draft-")).body())
                .contains(line.id().toString());
        for (String asked : new String[] {"%%", "dr_quux", "pml-777", "' or 1=1 --", "x"}) {
            assertThat(ada.post("/review/search", Map.of("asked", asked)).body())
                    .as(asked)
                    .contains("No case holds this");
        }
    }

    @Test
    void aLaterCardTakesThePlaceOfOneThatNobodyAnsweredOrTook() throws Exception {
        String patient = someone();
        Line first = signed(HIGH, patient);
        Line second = signed(HIGH, patient);
        assertThat(line(first.id()).orElseThrow().standing()).isEqualTo(Standing.SUPERSEDED);
        assertThat(line(second.id()).orElseThrow().standing()).isEqualTo(Standing.OPEN);
        String page = loggedIn("ada").get("/review/" + first.id()).body();
        assertThat(page).contains("a later card took its place", "/review/" + second.id());
    }

    @Test
    void aTakenCaseKeepsItsPlaceBesideALaterCard() throws Exception {
        String patient = someone();
        Line first = signed(HIGH, patient);
        Browser ada = loggedIn("ada");
        ada.get("/review/" + first.id());
        ada.act(first, "take", "", "");
        signed(HIGH, patient);
        assertThat(line(first.id()).orElseThrow().standing()).isEqualTo(Standing.TAKEN);
    }

    @Test
    void whatIsPurgedFromTheLedgerGoesFromTheDesk() throws Exception {
        Line line = signed(HIGH, someone());
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        ada.act(line, "take", "", "");
        ledger.database()
                .committed(() -> ledger.database()
                        .jdbc()
                        .sql("delete from decision where id = ?")
                        .param(line.decision())
                        .update());
        assertThat(line(line.id())).isEmpty();
        assertThat(ada.get("/review/" + line.id()).statusCode()).isEqualTo(404);
    }

    @Test
    void insightCountsOrdersByWhatBecameOfThem() throws Exception {
        signed(HIGH, someone());
        Browser ada = loggedIn("ada");
        assertThat(ada.get("/review/insight?days=30").body()).contains("PML-019", "natalizumab", "order-sign");
        HttpResponse<String> csv = ada.get("/review/insight.csv?by=week");
        assertThat(csv.body()).startsWith("\"name\",\"orders\",\"flagged\"").contains("\"2026-11-16\",");
    }
}
