package org.pmlguard.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;

/** A page in the browser, used as a person would: looked at, clicked, typed into. */
public final class Tab {

    private final DevTools tools;
    private final String session;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Tab(DevTools tools, String session, int width, int height) {
        this.tools = tools;
        this.session = session;
        tools.listen(session, this::notice);
        List.of("Page", "Runtime", "Network", "Log").forEach(domain -> send(domain + ".enable", Map.of()));
        send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    private void notice(String event, JsonNode what) {
        switch (event) {
            case "Network.requestWillBeSent" ->
                requests.add(what.path("request").path("url").asString());
            case "Runtime.exceptionThrown" ->
                complaints.add(what.path("exceptionDetails").toString());
            case "Log.entryAdded" -> complain(what.path("entry"), "level", "error");
            case "Runtime.consoleAPICalled" -> complain(what, "type", "error");
            default -> {}
        }
    }

    private void complain(JsonNode what, String member, String value) {
        if (what.path(member).asString().equals(value)) {
            complaints.add(what.toString());
        }
    }

    /** Errors in the console, thrown or written. */
    public List<String> complaints() {
        return complaints;
    }

    /** The address of every request so far. */
    public List<String> requests() {
        return requests;
    }

    /** Runs a script in each page before the page's own, to play a server that answers otherwise. */
    public void before(String script) {
        send("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
    }

    public void open(String url) {
        send("Page.navigate", Map.of("url", url));
        when("location.href.startsWith(" + quoted(url) + ") && document.readyState === 'complete'");
    }

    /** Light or dark, as the person prefers. */
    public void prefer(String scheme) {
        send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** What an expression in the page comes to; promises are waited for. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                send("Runtime.evaluate", Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + answer.path("exceptionDetails"));
        }
        return answer.path("result").path("value");
    }

    /** Waits until a condition holds in the page; looks again whenever the page changes, and on the page that follows it. */
    public void when(String condition) {
        try {
            watch(condition);
        } catch (IllegalStateException left) {
            if (!String.valueOf(left.getMessage()).contains("navigated")) {
                throw left;
            }
            watch(condition);
        }
    }

    private void watch(String condition) {
        evaluate("""
                new Promise((done, failed) => {
                  const look = () => { try { if (%s) { done(true); return true; } } catch (e) { } return false; };
                  if (look()) return;
                  const watch = new MutationObserver(() => { if (look()) watch.disconnect(); });
                  watch.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
                  addEventListener("load", look);
                  setTimeout(() => failed(new Error("never held")), 20000);
                })""".formatted(condition));
    }

    /** The text that a person can read in an element. */
    public String text(String selector) {
        return evaluate("document.querySelector(%s)?.innerText ?? ''".formatted(quoted(selector)))
                .asString();
    }

    /** Clicks the first element that a selector finds, or the one of them that shows a text. */
    public void click(String selector, String text) {
        String find = "[...document.querySelectorAll(%s)].find(e => e.innerText.includes(%s) && e.checkVisibility())"
                .formatted(quoted(selector), quoted(text));
        when(find);
        JsonNode at = evaluate(
                "(() => { const e = %s; e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect(); return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()"
                        .formatted(find));
        for (String type : List.of("mousePressed", "mouseReleased")) {
            send(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            at.path("x").asDouble(),
                            "y",
                            at.path("y").asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    public void click(String selector) {
        click(selector, "");
    }

    public void type(String selector, String text) {
        evaluate("document.querySelector(%s).focus()".formatted(quoted(selector)));
        send("Input.insertText", Map.of("text", text));
    }

    /** Chooses an option as a person does: the page is told of the change. */
    public void choose(String selector, String value) {
        evaluate(
                "(() => { const e = document.querySelector(%s); e.value = %s; e.dispatchEvent(new Event('change', {bubbles: true})); })()"
                        .formatted(quoted(selector), quoted(value)));
    }

    /** A picture of the top of the page, as wide as the window and as high as said. */
    public void picture(Path file, int height) {
        int width = evaluate("(scrollTo(0, 0), innerWidth)").asInt();
        write(file, Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1));
    }

    /** A picture of one element with a little room about it. */
    public void picture(Path file, String selector) {
        JsonNode box = evaluate(
                "(() => { scrollTo(0, 0); const r = document.querySelector(%s).getBoundingClientRect(); return {x: r.x - 6, y: r.y - 6, w: r.width + 12, h: r.height + 12}; })()"
                        .formatted(quoted(selector)));
        write(
                file,
                Map.of(
                        "x",
                        box.path("x").asDouble(),
                        "y",
                        box.path("y").asDouble(),
                        "width",
                        box.path("w").asDouble(),
                        "height",
                        box.path("h").asDouble(),
                        "scale",
                        1));
    }

    private void write(Path file, Map<String, ?> clip) {
        JsonNode answer =
                send("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, Base64.getDecoder().decode(answer.path("data").asString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String quoted(String text) {
        return DevTools.JSON.writeValueAsString(text);
    }

    private JsonNode send(String method, Map<String, ?> parameters) {
        return tools.send(session, method, parameters);
    }
}
