package org.pmlguard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Each page asks for its role, and the audit knows who was there. */
@TestPropertySource(properties = "pmlguard.ledger.url=jdbc:h2:mem:desk;DB_CLOSE_DELAY=-1")
class RolesTest extends DeskServer {

    /** Who may: p pharmacist, v prescriber-view, h health-it, a auditor. */
    private static Map<String, String> pages(Line line) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("/review", "pva");
        pages.put("/review/" + line.id(), "pva");
        pages.put("/review/insight", "pvha");
        pages.put("/review/insight.csv", "pvha");
        pages.put("/review/insight.json", "pvha");
        pages.put("/review/" + line.id() + "/export/case.json", "p");
        pages.put("/review/" + line.id() + "/export/case.csv", "p");
        pages.put("/review/registry.csv", "p");
        pages.put("/review/registry.ndjson", "p");
        pages.put("/review/audit", "ha");
        pages.put("/review/audit.ndjson", "a");
        return pages;
    }

    private static final Map<String, String> STAFF = Map.of("p", "ada", "v", "prue", "h", "hank", "a", "odo");

    @Test
    void everyPageAsksForItsRole() throws Exception {
        Map<String, String> pages = pages(signed("natalizumab-year-3-high-index", "roles"));
        for (Map.Entry<String, String> member : STAFF.entrySet()) {
            Browser browser = loggedIn(member.getValue());
            pages.forEach((page, who) -> assertThat(browser.get(page).statusCode())
                    .as(member.getValue() + " " + page)
                    .isEqualTo(who.contains(member.getKey()) ? 200 : 403));
        }
    }

    @Test
    void aRegistryGetsClosedCasesWithoutAnyName() throws Exception {
        Line line = signed("natalizumab-year-3-high-index", "canary-patient");
        overridden(line, "informed-continuation", "canary-comment");
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        assertThat(ada.act(line, "close", "verified", "canary-note").statusCode())
                .isEqualTo(200);
        for (String path : List.of("/review/registry.ndjson", "/review/registry.csv")) {
            assertThat(ada.get(path).body())
                    .contains("natalizumab", "above 1.5", "verified", "informed-continuation")
                    .doesNotContain("canary", "2026-", line.id().toString(), "Observation", "trial");
        }
        String page = loggedIn("odo").get("/review/audit").body();
        assertThat(page).contains("closed cases for a registry");
        ada.get("/review/" + line.id() + "/export/case.json");
        ada.get("/review/insight.json");
        assertThat(loggedIn("odo").get("/review/audit").body()).contains("exported a case", "FHIR", "counts");
    }

    @Test
    void onlyAPharmacistActs() throws Exception {
        Line line = signed("natalizumab-year-3-high-index", "acts");
        for (String name : List.of("prue", "hank", "odo", "vera")) {
            Browser browser = loggedIn(name);
            browser.get("/review/insight");
            assertThat(browser.post("/review/" + line.id() + "/acts", Map.of("version", "0", "action", "take"))
                            .statusCode())
                    .as(name)
                    .isEqualTo(403);
        }
        assertThat(line(line.id()).orElseThrow().version()).isZero();
    }

    @Test
    void healthItSeesTheChainAndNoPatient() throws Exception {
        Line line = signed("natalizumab-year-3-high-index", "hidden-patient");
        loggedIn("ada").get("/review/" + line.id());
        Browser hank = loggedIn("hank");
        hank.get("/review/audit");
        HttpResponse<String> page = hank.post("/review/audit/verify", Map.of("a", "b"));
        assertThat(page.body())
                .contains("id=\"verdict\"")
                .doesNotContain("hidden-patient")
                .doesNotContain("Who did what");
    }

    @Test
    void theAuditorSeesWhoOpenedWhichCaseWhoFailedToLogInAndWhoWasRefused() throws Exception {
        Line line = signed("natalizumab-year-3-high-index", "looked-at");
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        ada.get("/review/audit");
        Browser stranger = new Browser();
        stranger.get("/login");
        stranger.post("/login", Map.of("username", "my-secret-password", "password", "x"));
        Browser odo = loggedIn("odo");
        String page = odo.get("/review/audit").body();
        assertThat(page)
                .contains(
                        "opened a case", "looked-at", "failed to log in", "not an account", "was refused", "logged in")
                .doesNotContain("my-secret-password");
        assertThat(odo.get("/review/audit.ndjson?from=2026-11-21&to=2026-11-21").body())
                .contains("\"AuditEvent\"", "Patient/looked-at", line.id().toString());
        assertThat(odo.get("/review/audit").body()).contains("audit from 2026-11-21 to 2026-11-21");
    }

    @Test
    void whatWasDoneIsSealedSoonAfter() throws Exception {
        Line line = signed("natalizumab-year-3-high-index", "sealed");
        Browser ada = loggedIn("ada");
        ada.get("/review/" + line.id());
        ada.act(line, "take", "", "");
        until(() -> sealed("decision", line.decision().toString()));
        until(() -> sealed("review", line.id().toString()));
    }

    private java.util.Optional<Long> sealed(String kind, String subject) {
        return ledger.database()
                .jdbc()
                .sql("select number from audit_seal where kind = ? and subject = cast(? as uuid)")
                .params(kind, subject)
                .query(Long.class)
                .optional();
    }
}
