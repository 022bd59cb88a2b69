package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.pmlguard.browser.Chromium;
import org.pmlguard.browser.Tab;

/** Takes the pictures of the documents, from the running server on the fixed day: {@code src/docs/screenshots/take}. */
class Screenshots extends DemoServer {

    private static final Path FOLDER = Path.of("src", "docs", "screenshots");
    private static final int DESKTOP = 1280;
    private static final int PHONE = 400;

    @Test
    void areTaken() {
        try (Chromium browser = Chromium.start()) {
            home(browser.tab(DESKTOP, 900));
            card(new Visit(browser.tab(DESKTOP, 900), base()));
            phone(new Visit(browser.tab(PHONE, 860), base()));
            incomplete(new Visit(browser.tab(DESKTOP, 900), base()));
            dark(new Visit(browser.tab(DESKTOP, 900), base()));
        }
        assertThat(FOLDER.resolve("card.png")).isRegularFile();
    }

    private void home(Tab tab) {
        tab.open(base() + "/");
        tab.picture(FOLDER.resolve("home.png"), 1000);
    }

    private static void card(Visit visit) {
        visit.to("nora-high-index").choose("natalizumab").sign();
        visit.tab().picture(FOLDER.resolve("card.png"), "#cards article");
        visit.tab().picture(FOLDER.resolve("demo.png"), 1420);
    }

    private static void phone(Visit visit) {
        visit.to("david-lymphopenia-on-fumarate").choose("dimethyl").sign();
        visit.tab().picture(FOLDER.resolve("demo-phone.png"), 1560);
    }

    private static void incomplete(Visit visit) {
        visit.to("paul-lab-feed-down").choose("natalizumab").sign();
        visit.tab().picture(FOLDER.resolve("card-incomplete.png"), "#cards article");
    }

    private static void dark(Visit visit) {
        visit.tab().prefer("dark");
        visit.to("clara-past-pml").choose("natalizumab").sign();
        visit.tab().picture(FOLDER.resolve("demo-dark.png"), 1200);
    }
}
