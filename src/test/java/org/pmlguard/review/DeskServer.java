package org.pmlguard.review;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.function.ThrowingSupplier;
import org.pmlguard.ledger.Ledger;
import org.pmlguard.ledger.LedgerDown;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A test of the desk over HTTP: EHRs call, prescribers answer, pharmacists log in. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.servlet.session.cookie.secure=false", "pmlguard.deadline=5s"})
@Import(DeskServer.FixedDay.class)
abstract class DeskServer {

    static final String PASSWORD = "correct horse";
    private static final Path EXAMPLES = Path.of("hooks", "pml-order-sign", "examples");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([0-9]+)\"");

    @Value("${local.server.port}")
    int port;

    @Autowired
    Ledger ledger;

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedDay {
        @Bean
        Clock fixedClock() {
            return new Ticking(LocalDate.of(2026, 11, 21).atTime(10, 0).toInstant(ZoneOffset.UTC), new AtomicLong());
        }
    }

    /** Ten o'clock, and a microsecond later each time it is asked: what happened after something else is known to. */
    private static final class Ticking extends Clock {

        private final Instant start;
        private final AtomicLong asked;

        Ticking(Instant start, AtomicLong asked) {
            this.start = start;
            this.asked = asked;
        }

        @Override
        public Instant instant() {
            return start.plus(asked.incrementAndGet(), ChronoUnit.MICROS);
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("UTC only");
        }
    }

    @DynamicPropertySource
    static void users(DynamicPropertyRegistry properties) {
        Supplier<Object> hash = () -> new BCryptPasswordEncoder(4).encode(PASSWORD);
        int number = 0;
        for (String name : new String[] {"ada", "ben", "vera", "elsewhere", "prue", "hank", "odo"}) {
            String user = "pmlguard.review.users[" + number++ + "].";
            properties.add(user + "name", () -> name);
            properties.add(user + "password", hash);
            properties.add(user + "role", () -> role(name));
        }
        properties.add("pmlguard.review.users[3].tenants[0]", () -> "st-elsewhere");
        properties.add("pmlguard.registry.enabled", () -> "true");
        properties.add("pmlguard.registry.key", () -> "a secret of thirty-two characters, at least");
        String oidc = "pmlguard.review.oidc.";
        properties.add(oidc + "issuer", Provider::issuer);
        properties.add(oidc + "client-id", () -> Provider.CLIENT);
        properties.add(oidc + "client-secret", () -> "secret");
        properties.add(oidc + "roles-claim", () -> "realm_access.roles");
        properties.add(oidc + "roles[pml-pharmacist]", () -> "pharmacist");
        properties.add(oidc + "roles[pml-it]", () -> "health-it");
    }

    private static String role(String name) {
        return switch (name) {
            case "vera" -> "viewer";
            case "prue" -> "prescriber-view";
            case "hank" -> "health-it";
            case "odo" -> "auditor";
            default -> "pharmacist";
        };
    }

    String base() {
        return "http://localhost:" + port;
    }

    /** An order is signed; the case of its card. */
    Line signed(String example, String patient) throws Exception {
        ObjectNode call = (ObjectNode) JSON.readTree(Files.readString(EXAMPLES.resolve(example + ".request.json")));
        call.remove("extension");
        String before = ((ObjectNode) call.path("context")).path("patientId").asString();
        String renamed = call.toString()
                .replace("\"" + before + "\"", "\"" + patient + "\"")
                .replace("Patient/" + before, "Patient/" + patient);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(json("/cds-services/pml-order-sign", renamed), HttpResponse.BodyHandlers.ofString());
        UUID card = UUID.fromString(
                JSON.readTree(answer.body()).path("cards").path(0).path("uuid").asString());
        return until(() -> line(card));
    }

    /** The prescriber overrides a card. */
    void overridden(Line line, String reason, String comment) throws Exception {
        String body = JSON.writeValueAsString(Map.of("feedback", new Object[] {
            Map.of(
                    "card",
                    line.id().toString(),
                    "outcome",
                    "overridden",
                    "outcomeTimestamp",
                    "2026-11-21T10:00:00Z",
                    "overrideReason",
                    Map.of(
                            "reason",
                            Map.of(
                                    "code", reason,
                                    "system", "https://pmlguard.org/fhir/CodeSystem/override-reason",
                                    "display", "Informed patient continues"),
                            "userComment",
                            comment))
        }));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(json("/cds-services/pml-order-sign/feedback", body), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("feedback answered " + answer.statusCode());
        }
        until(() -> line(line.id()).filter(now -> now.answer().equals("overridden")));
    }

    private HttpRequest json(String path, String body) {
        return HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    Optional<Line> line(UUID id) {
        return ledger.database()
                .jdbc()
                .sql("select * from review_case where id = ?")
                .param(id)
                .query((row, number) -> Line.read(row))
                .optional();
    }

    /** Asks again until there is something; cases are made on a thread of their own. */
    static <T> T until(ThrowingSupplier<Optional<T>> asked) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            try {
                Optional<T> found = asked.get();
                if (found.isPresent()) {
                    return found.get();
                }
            } catch (LedgerDown notYet) {
                Thread.onSpinWait();
            } catch (Throwable failure) {
                throw new AssertionError(failure);
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("nothing came in 20 s");
    }

    Browser loggedIn(String name) {
        Browser browser = new Browser();
        browser.get("/login");
        browser.post("/login", Map.of("username", name, "password", PASSWORD));
        return browser;
    }

    /** Somebody with cookies, following redirects. */
    final class Browser {
        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        private String csrf = "";
        private String version = "";

        HttpResponse<String> get(String path) {
            return remember(
                    send(HttpRequest.newBuilder(URI.create(base() + path)).build()));
        }

        HttpResponse<String> post(String path, Map<String, String> form) {
            return remember(postWith(csrf, path, form));
        }

        HttpResponse<String> postWith(String token, String path, Map<String, String> form) {
            String body = form.entrySet().stream()
                            .map(field ->
                                    field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                            .collect(Collectors.joining("&"))
                    + "&_csrf=" + token;
            return send(HttpRequest.newBuilder(URI.create(base() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build());
        }

        /** Acts on a case in the version that this browser saw last. */
        HttpResponse<String> act(Line line, String action, String code, String note) {
            return post(
                    "/review/" + line.id() + "/acts",
                    Map.of("version", version, "action", action, "code", code, "note", note));
        }

        /** The id of the session in its cookie. */
        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("pml-guard-desk"))
                    .map(java.net.HttpCookie::getValue)
                    .findFirst()
                    .orElseThrow();
        }

        private HttpResponse<String> remember(HttpResponse<String> page) {
            csrf = first(CSRF, page.body(), csrf);
            version = first(VERSION, page.body(), version);
            return page;
        }

        private static String first(Pattern pattern, String text, String otherwise) {
            Matcher found = pattern.matcher(text);
            return found.find() ? found.group(1) : otherwise;
        }

        private HttpResponse<String> send(HttpRequest request) {
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
