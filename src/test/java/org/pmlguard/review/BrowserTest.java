package org.pmlguard.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.pmlguard.browser.Chromium;
import org.pmlguard.browser.Tab;

/** Pharmacists at work, in real browsers. Skipped, and said so, where there is no Chromium. */
@EnabledIf(value = "isChromiumHere", disabledReason = "no Chromium on this machine")
class BrowserTest extends DeskServer {

    private static final Path PICTURES = Path.of(System.getProperty("desk.pictures", "target/screenshots"));
    private static final String SERIOUS = """
            axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
              .filter(one => ['serious', 'critical'].includes(one.impact))
              .map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' ')))""";

    private static Chromium first;
    private static Chromium second;

    static boolean isChromiumHere() {
        return Chromium.found().isPresent();
    }

    @BeforeAll
    static void startBrowsers() {
        first = Chromium.start();
        second = Chromium.start();
    }

    @AfterAll
    static void closeBrowsers() {
        first.close();
        second.close();
    }

    private Tab loggedIn(Chromium browser, String name, int width) {
        Tab tab = browser.tab(width, 900);
        tab.open(base() + "/login");
        tab.type("[name=username]", name);
        tab.type("[name=password]", PASSWORD);
        tab.click("main button", "Log in");
        tab.when("location.pathname === '/review' && document.body.dataset.live === 'open'");
        return tab;
    }

    private static void isAccessibleAndFits(Tab tab) throws IOException {
        try (InputStream axe = BrowserTest.class.getResourceAsStream("/axe-core-4.14.1/axe.min.js")) {
            tab.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8) + "; true");
        }
        assertThat(tab.evaluate(SERIOUS)).isEmpty();
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void aCriticalCaseIsFoundReadAndAnsweredWhileASecondBrowserLooksOn() throws Exception {
        signed("fumarate-lymphopenia", "dora");
        Line line = signed("natalizumab-year-3-high-index", "nora");
        overridden(line, "informed-continuation", "Patient knows the risk");
        Tab ada = loggedIn(first, "ada", 1280);
        Tab ben = loggedIn(second, "ben", 400);
        isAccessibleAndFits(ada);
        isAccessibleAndFits(ben);
        ada.picture(PICTURES.resolve("review-queue.png"), 700);
        ben.picture(PICTURES.resolve("review-queue-phone.png"), 1100);

        ada.click("#case-" + line.id() + ":has(.critical) a", "Natalizumab, month 30");
        ada.when("document.body.dataset.live === 'open' && location.pathname.endsWith('" + line.id() + "')");
        ben.open(base() + "/review/" + line.id());
        ben.when("document.body.dataset.live === 'open'");
        assertThat(ada.text("#history")).contains("order-sign", "overridden (Informed patient continues)");
        assertThat(ada.evaluate("document.querySelectorAll('svg circle.point').length")
                        .asInt())
                .isPositive();
        assertThat(ada.text("main")).contains("Patient knows the risk");

        ada.choose("#intervention select", "contacted-prescriber");
        ada.type("#intervention textarea", "Agreed to repeat the MRI first");
        ada.click("#intervention button");
        ada.when("document.querySelector('.trail')?.innerText.includes('Contacted the prescriber')");
        assertThat(ada.text(".trail")).contains("ada", "Agreed to repeat the MRI first");

        ben.when("document.querySelector('.trail')?.innerText.includes('Agreed to repeat the MRI first')");
        assertThat(ben.text("#status")).isEqualTo("taken by ada");
        assertThat(ben.text("#history")).contains("taken by ada");
        isAccessibleAndFits(ada);
        isAccessibleAndFits(ben);
        ada.picture(PICTURES.resolve("review-case.png"), 2300);
        ben.picture(PICTURES.resolve("review-case-phone.png"), 3600);
        ben.prefer("dark");
        isAccessibleAndFits(ben);
        assertThat(ada.complaints()).isEmpty();
        assertThat(ben.complaints()).isEmpty();
        assertThat(ada.requests()).allSatisfy(address -> assertThat(address).startsWith(base()));
    }

    @Test
    void whatSomebodyIsTypingIsNotLostWhenTheCaseChanges() throws Exception {
        Line line = signed("natalizumab-year-3-high-index", "writer");
        Tab ada = loggedIn(first, "ada", 1280);
        ada.open(base() + "/review/" + line.id());
        ada.when("document.body.dataset.live === 'open'");
        ada.evaluate("refresh()");
        assertThat(ada.evaluate("document.querySelectorAll('.fresh').length").asInt())
                .isZero();
        ada.type("#note textarea", "Half a thought");
        Browser ben = loggedIn("ben");
        ben.get("/review/" + line.id());
        ben.act(line, "take", "", "");
        ada.when("!document.querySelector('#changed').hidden");
        assertThat(ada.evaluate("document.querySelector('#note textarea').value")
                        .asString())
                .isEqualTo("Half a thought");
        assertThat(ada.text(".trail")).contains("ben took the case");
        ada.click("#note button", "Add note");
        ada.when("document.querySelector('[role=alert]')?.innerText.includes('ben changed this case')");
    }

    @Test
    void anOpenQueueFillsByItselfAndIsWalkedByKey() throws Exception {
        Tab ada = loggedIn(first, "ada", 1280);
        Line line = signed("natalizumab-past-pml", "keyboard");
        ada.when("document.querySelector('#case-" + line.id() + "')");
        ada.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'j', bubbles: true}))");
        assertThat(ada.evaluate("document.activeElement.pathname").asString()).startsWith("/review/");
        Tab insight = loggedIn(second, "vera", 400);
        insight.open(base() + "/review/insight");
        isAccessibleAndFits(insight);
        insight.picture(PICTURES.resolve("review-insight-phone.png"), 1800);
    }

    @Test
    void theAuditAndTheWaysInAreAccessibleAndFit() throws Exception {
        Line line = signed("natalizumab-year-3-high-index", "audited");
        Browser ben = loggedIn("ben");
        ben.get("/review/" + line.id());
        ben.post("/review/search", java.util.Map.of("asked", "audited"));
        Tab door = second.tab(400, 900);
        door.open(base() + "/login");
        isAccessibleAndFits(door);
        door.picture(PICTURES.resolve("review-login-phone.png"), 700);
        for (int width : new int[] {1280, 400}) {
            Tab odo = loggedIn(width == 400 ? second : first, "odo", width);
            odo.open(base() + "/review/audit");
            odo.click("main button", "Check the whole chain now");
            odo.when("document.querySelector('#verdict') !== null");
            assertThat(odo.text("main")).contains("ben", "opened a case", "audited");
            isAccessibleAndFits(odo);
            odo.picture(PICTURES.resolve(width == 400 ? "review-audit-phone.png" : "review-audit.png"), 1100);
            odo.open(base() + "/review/insight");
            isAccessibleAndFits(odo);
            odo.picture(PICTURES.resolve(width == 400 ? "review-insight-phone.png" : "review-insight.png"), 1400);
            odo.evaluate("document.querySelector('nav a').click()");
            odo.when("location.pathname === '/review'");
            odo.type("[name=asked]", "audited");
            odo.click("[role=search] button", "Find");
            odo.when("document.querySelector('#lines-title').innerText.startsWith('Found')");
            assertThat(odo.text("main")).contains("audited");
            isAccessibleAndFits(odo);
            odo.picture(PICTURES.resolve(width == 400 ? "review-search-phone.png" : "review-search.png"), 700);
            assertThat(odo.complaints()).isEmpty();
        }
    }
}
