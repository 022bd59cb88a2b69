package org.pmlguard.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium with an empty profile of its own. */
public final class Chromium implements AutoCloseable {

    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"),
            Path.of("/usr/bin/chromium-browser"),
            Path.of("/usr/bin/google-chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

    private final Path profile;
    private final Process process;
    private final DevTools tools;

    private Chromium(Path program) throws IOException {
        profile = Files.createTempDirectory("pml-guard-browser");
        process = new ProcessBuilder(
                        program.toString(),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        tools = new DevTools(address(process.errorReader()));
    }

    /** Where Chromium is: {@code CHROMIUM} in the environment, else a usual place. */
    public static Optional<Path> found() {
        return Stream.concat(Stream.ofNullable(System.getenv("CHROMIUM")).map(Path::of), PLACES.stream())
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts the browser that was found. */
    public static Chromium start() {
        try {
            return new Chromium(found().orElseThrow(() -> new IllegalStateException("no Chromium on this machine")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(BufferedReader said) throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {}));
                return URI.create(listening.group(1));
            }
        }
        throw new IllegalStateException("Chromium ended before it listened");
    }

    /** A new tab, in a window of the width of a screen or a phone. */
    public Tab tab(int width, int height) {
        String target = tools.send(null, "Target.createTarget", Map.of("url", "about:blank"))
                .path("targetId")
                .asString();
        String session = tools.send(null, "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString();
        return new Tab(tools, session, width, height);
    }

    @Override
    public void close() {
        tools.close();
        process.destroy();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            process.destroyForcibly();
        }
        delete(profile);
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // A file of the browser's that went by itself.
            folder.toFile().deleteOnExit();
        }
    }
}
