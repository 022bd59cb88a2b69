package org.pmlguard.hook;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** A pharmacist who writes note after note on one case, also when the server dies under the pen. */
final class Reviewer {

    private static final String PASSWORD = "correct horse";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final String base;
    private final String caseId;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private int written;
    private Optional<Note> unanswered = Optional.empty();
    private HttpClient client = HttpClient.newHttpClient();
    private String csrf = "";
    private int version;

    /** A note, and the version of the case that was looked at when it was written. */
    private record Note(String text, int version) {}

    Reviewer(String base, String caseId) {
        this.base = base;
        this.caseId = caseId;
    }

    /** What a server needs to know of them. */
    static String[] settings() {
        return new String[] {
            "--server.servlet.session.cookie.secure=false",
            "--pmlguard.review.users[0].name=ada",
            "--pmlguard.review.users[0].role=pharmacist",
            "--pmlguard.review.users[0].password=" + new BCryptPasswordEncoder(4).encode(PASSWORD)
        };
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    int written() {
        return written;
    }

    /** Logs in to a server that has just come up, and waits until the case is there. */
    void logIn() throws IOException {
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        get("/login");
        post("/login", Map.of("username", "ada", "password", PASSWORD));
        for (long end = System.nanoTime() + LONGEST.toNanos(); System.nanoTime() < end; ) {
            if (get("/review/" + caseId).statusCode() == 200) {
                return;
            }
        }
        throw new AssertionError("no case " + caseId);
    }

    /** Writes until the server is gone. What got no answer is written again next time, as a person would who sees no answer. */
    void writeUntil(AtomicBoolean over) {
        while (!over.get()) {
            Note note = unanswered.orElseGet(() -> new Note("note " + ++written, version));
            unanswered = Optional.of(note);
            try {
                if (act(note) != 303) {
                    throw new AssertionError("refused: " + note);
                }
                acknowledged.add(note.text());
                unanswered = Optional.empty();
                version = note.version() + 1;
            } catch (IOException e) {
                return;
            }
        }
    }

    private int act(Note note) throws IOException {
        return post(
                        "/review/" + caseId + "/acts",
                        Map.of("version", "" + note.version(), "action", "note", "code", "", "note", note.text()))
                .statusCode();
    }

    private HttpResponse<String> get(String path) throws IOException {
        return sent(HttpRequest.newBuilder(URI.create(base + path)));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return sent(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + "&_csrf=" + csrf)));
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<String> page =
                    client.send(request.timeout(LONGEST).build(), HttpResponse.BodyHandlers.ofString());
            csrf = first(CSRF, page.body()).orElse(csrf);
            version = first(VERSION, page.body()).map(Integer::parseInt).orElse(version);
            return page;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
