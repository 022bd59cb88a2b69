package org.pmlguard.hook;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.pmlguard.browser.Chromium;

/** A page after a real browser has shown it. A test that needs it is skipped where there is no browser. */
final class RenderedPage {

    private RenderedPage() {}

    /** The document as it is after the page was loaded and its scripts have run. */
    static String dom(String address, Path scratch) throws IOException, InterruptedException {
        Optional<Path> browser = Chromium.found();
        assumeTrue(browser.isPresent(), "no Chromium on this machine");
        Path dom = scratch.resolve("dom.html");
        Process process = new ProcessBuilder(
                        browser.orElseThrow().toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--user-data-dir=" + scratch.resolve("profile"),
                        "--virtual-time-budget=5000",
                        "--dump-dom",
                        address)
                .redirectOutput(dom.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Chromium did not finish");
            }
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(dom, StandardCharsets.UTF_8);
    }
}
