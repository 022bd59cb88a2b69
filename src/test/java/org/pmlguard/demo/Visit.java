package org.pmlguard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.pmlguard.browser.Tab;

/** Somebody at the demo EHR: what they do, and what must hold of every page they see. */
final class Visit {

    private static final String AXE = "/axe-core-4.14.1/axe.min.js";
    private static final String SERIOUS = """
            axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
              .filter(one => ['serious', 'critical'].includes(one.impact))
              .map(one => one.id + ': ' + one.nodes.map(node => node.html).join(' ')))""";

    private final Tab tab;
    private final String base;

    Visit(Tab tab, String base) {
        this.tab = tab;
        this.base = base;
    }

    Tab tab() {
        return tab;
    }

    /** The demo with a patient's chart open and every chart as it was. */
    Visit to(String patient) {
        tab.open(base + "/demo?" + patient);
        tab.when("document.body.dataset.ready");
        unfold("#how");
        tab.click("#put-back");
        tab.when("document.querySelector('#said').innerText.includes('as it was')");
        return open(patient);
    }

    Visit open(String patient) {
        unfold("#patients");
        tab.click("[data-patient='" + patient + "']");
        return settled("document.querySelector('[data-patient=%s]').ariaPressed === 'true'".formatted(patient));
    }

    private void unfold(String details) {
        if (tab.evaluate("!document.querySelector('" + details + "').open").asBoolean()) {
            tab.click(details + " summary");
        }
    }

    Visit set(String name, String value) {
        tab.choose("select[name='" + name + "']", value);
        return this;
    }

    /** Chooses a medicine of the list; order-select has answered when this returns. */
    Visit choose(String medicine) {
        tab.type("#search", medicine);
        tab.click("#products button", medicine);
        return settled("document.querySelector('#said').innerText.startsWith('order-select')");
    }

    Visit sign() {
        tab.click("#sign");
        return settled("/^(order-sign|Signed)/.test(document.querySelector('#said').innerText)");
    }

    Visit press(String words) {
        tab.click("#cards button", words);
        return settled("true");
    }

    Visit settled(String condition) {
        tab.when(
                "document.body.ariaBusy !== 'true' && !document.body.hasAttribute('aria-busy') && (" + condition + ")");
        return this;
    }

    String cards() {
        return tab.text("#cards");
    }

    String said() {
        return tab.text("#said");
    }

    String chart() {
        return tab.text("#chart");
    }

    /** The newest exchange as the developer pane shows it, unfolded. */
    String wire() {
        return tab.evaluate("document.querySelector('#exchanges li')?.textContent ?? ''")
                .asString();
    }

    /** Nobody, blind or hurried, is left out for a reason that axe calls serious. */
    void isAccessible() {
        tab.evaluate(axe());
        assertThat(tab.evaluate(SERIOUS)).isEmpty();
    }

    /** Every request went to this server. */
    void staysHere() {
        assertThat(tab.requests())
                .isNotEmpty()
                .allSatisfy(address -> assertThat(address).startsWith(base));
    }

    /** The console is empty. */
    void hasNoErrors() {
        assertThat(tab.complaints()).isEmpty();
    }

    /** No part of the page sticks out of the window. */
    void fitsTheWindow() {
        assertThat(tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
                        .asBoolean())
                .isTrue();
    }

    private static String axe() {
        try (InputStream file = Visit.class.getResourceAsStream(AXE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
