package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.pmlguard.clinical.Gap.Cause;

/**
 * A way in which an EHR fails to answer a question.
 *
 * <p>Each says what stands on the card then, in the words of a cause, and what stands in the log. Where two things may happen
 * first, both are named. What it holds is a function and a set that nobody changes.
 */
@SuppressWarnings("ImmutableEnumChecker")
enum Fault {
    HTTP_400("HTTP 400 bad request", status(400), "NOT_UNDERSTOOD (HTTP 400)", Cause.NOT_UNDERSTOOD),
    HTTP_401("HTTP 401 unauthorized", status(401), "TOKEN_REFUSED (HTTP 401)", Cause.TOKEN_REFUSED),
    HTTP_403("HTTP 403 forbidden", status(403), "REFUSED (HTTP 403)", Cause.REFUSED),
    HTTP_404("HTTP 404 not found", status(404), "SERVER_ERROR (HTTP 404)", Cause.SERVER_ERROR),
    HTTP_410("HTTP 410 gone", status(410), "SERVER_ERROR (HTTP 410)", Cause.SERVER_ERROR),
    HTTP_429("HTTP 429 too many requests", status(429), "SERVER_ERROR (HTTP 429)", Cause.SERVER_ERROR),
    HTTP_500("HTTP 500", status(500), "SERVER_ERROR (HTTP 500)", Cause.SERVER_ERROR),
    HTTP_501("HTTP 501 not implemented", status(501), "NOT_UNDERSTOOD (HTTP 501)", Cause.NOT_UNDERSTOOD),
    HTTP_502("HTTP 502 bad gateway", status(502), "SERVER_ERROR (HTTP 502)", Cause.SERVER_ERROR),
    HTTP_503("HTTP 503 unavailable", status(503), "SERVER_ERROR (HTTP 503)", Cause.SERVER_ERROR),
    HTTP_304("HTTP 304 not modified", status(304), "SERVER_ERROR (HTTP 304)", Cause.SERVER_ERROR),
    HTTP_204("HTTP 204 no content", status(204), "UNREADABLE (HTTP 204)", Cause.UNREADABLE),
    REDIRECT("redirect to another host", null, "SERVER_ERROR (HTTP 302)", Cause.SERVER_ERROR),
    REDIRECT_308("permanent redirect", null, "SERVER_ERROR (HTTP 308)", Cause.SERVER_ERROR),
    EMPTY("empty body", json(""), "UNREADABLE (HTTP 200)", Cause.UNREADABLE),
    LOGIN_PAGE("HTML login page", typed("text/html", "<html>Log in</html>"), "UNREADABLE (HTTP 200)", Cause.UNREADABLE),
    DISGUISED_PAGE("HTML that says it is JSON", json("<html>Log in</html>"), "UNREADABLE (HTTP 200)", Cause.UNREADABLE),
    XML("FHIR as XML", typed("application/fhir+xml", "<Bundle/>"), "UNREADABLE (HTTP 200)", Cause.UNREADABLE),
    WRONG_TYPE(
            "right body, wrong content type",
            rows -> type("text/plain", rows),
            "UNREADABLE (HTTP 200)",
            Cause.UNREADABLE),
    WRONG_CHARSET(
            "another character set",
            rows -> type("application/fhir+json;charset=UTF-16", rows),
            "UNREADABLE (HTTP 200)",
            Cause.UNREADABLE),
    TRUNCATED(
            "truncated JSON",
            rows -> fhir(rows.substring(0, rows.length() / 2)),
            "UNREADABLE (HTTP 200)",
            Cause.UNREADABLE),
    TRAILING("garbage after the JSON", rows -> fhir(rows + "}"), "UNREADABLE (HTTP 200)", Cause.UNREADABLE),
    TWICE(
            "the same member twice",
            rows -> fhir(rows.replaceFirst("\\{", "{\"resourceType\": \"Bundle\", ")),
            "UNREADABLE (HTTP 200)",
            Cause.UNREADABLE),
    DEEP(
            "JSON nested without end",
            json("{\"resourceType\": \"Bundle\", \"x\": " + "[".repeat(100_000)),
            "UNREADABLE (HTTP 200)",
            Cause.UNREADABLE),
    OUTCOME(
            "OperationOutcome with HTTP 200",
            json("{\"resourceType\": \"OperationOutcome\"}"),
            "SERVER_ERROR (HTTP 200)",
            Cause.SERVER_ERROR),
    WARNED(
            "OperationOutcome among the rows",
            json(
                    "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {\"resourceType\": \"OperationOutcome\", \"issue\":"
                            + " [{\"severity\": \"warning\"}]}, \"search\": {\"mode\": \"outcome\"}}]}"),
            "",
            Cause.INCOMPLETE),
    OTHER_RESOURCE(
            "another resource type", json("{\"resourceType\": \"Patient\", \"id\": \"x\"}"), "", Cause.UNREADABLE),
    OTHER_PATIENT("rows of another patient", null, "rows of another patient", Cause.WRONG_PATIENT),
    ENDLESS_NEXT("pages without end", null, "", Cause.INCOMPLETE, Cause.TIMED_OUT),
    SAME_NEXT("a next link to itself", null, "", Cause.INCOMPLETE),
    FOREIGN_NEXT("a next link to another host", null, "", Cause.INCOMPLETE),
    GZIP_BOMB(
            "50 MB packed into 50 kB",
            rows -> fhir("").withBody(packed(50_000_000)).withHeader("Content-Encoding", "gzip"),
            "UNREADABLE (Exceeded)",
            Cause.UNREADABLE,
            Cause.TIMED_OUT),
    NOT_GZIP(
            "plain text that says it is packed",
            rows -> fhir(rows).withHeader("Content-Encoding", "gzip"),
            "UNREADABLE (HTTP 200)",
            Cause.UNREADABLE),
    BROTLI(
            "packed in a way we did not ask for",
            rows -> fhir(rows).withHeader("Content-Encoding", "br"),
            "UNREADABLE (HTTP 200)",
            Cause.UNREADABLE),
    BOM(
            "a byte order mark before the JSON",
            rows -> fhir("").withBody(("\uFEFF" + rows).getBytes(StandardCharsets.UTF_8)),
            ""),
    DELAY(
            "an answer after the deadline",
            rows -> fhir(rows).withFixedDelay(5_000),
            "TIMED_OUT (late)",
            Cause.TIMED_OUT),
    NEVER_ANSWERS("no answer at all", null, "TIMED_OUT (late)", Cause.TIMED_OUT),
    SLOW_HEADERS("headers byte by byte", null, "TIMED_OUT (late)", Cause.TIMED_OUT),
    DRIP("a body byte by byte", null, "TIMED_OUT (late)", Cause.TIMED_OUT),
    ENDLESS_HEADERS("headers without end", null, "UNREACHABLE", Cause.UNREACHABLE, Cause.TIMED_OUT),
    HUGE_HEADER("one header without end", null, "UNREACHABLE", Cause.UNREACHABLE, Cause.TIMED_OUT),
    ENDLESS_BODY("a body without end", null, "UNREADABLE (Exceeded)", Cause.UNREADABLE, Cause.TIMED_OUT),
    FIFTY_MEGABYTES("a body of 50 MB", null, "UNREADABLE (Exceeded)", Cause.UNREADABLE, Cause.TIMED_OUT),
    SHORT_BODY("less body than announced", null, "UNREACHABLE (ConnectionClosedException)", Cause.UNREACHABLE),
    RESET_BEFORE_HEAD("connection reset before the answer", null, "UNREACHABLE", Cause.UNREACHABLE),
    RESET_IN_BODY("connection reset in the body", null, "UNREACHABLE", Cause.UNREACHABLE),
    BAD_CHUNK("a broken chunk", null, "UNREACHABLE (MalformedChunkCodingException)", Cause.UNREACHABLE),
    NOT_HTTP("something that is not HTTP", null, "UNREACHABLE", Cause.UNREACHABLE, Cause.TIMED_OUT),
    REFUSED("connection refused", null, "UNREACHABLE (HttpHostConnectException)", Cause.UNREACHABLE),
    UNTRUSTED_TLS(
            "a certificate nobody vouches for",
            null,
            "UNREACHABLE (SSLHandshakeException)",
            Cause.UNREACHABLE,
            Cause.TIMED_OUT),
    NO_TLS("no TLS where it was registered", null, "UNREACHABLE (SSLException)", Cause.UNREACHABLE, Cause.TIMED_OUT),
    NO_SUCH_HOST(
            "a host name that does not exist",
            null,
            "UNREACHABLE (UnknownHostException)",
            Cause.UNREACHABLE,
            Cause.TIMED_OUT);

    private static final Set<Fault> PAGING = Set.of(ENDLESS_NEXT, SAME_NEXT, FOREIGN_NEXT);
    private static final Set<Fault> SPECIAL =
            Set.of(OTHER_PATIENT, ENDLESS_NEXT, SAME_NEXT, FOREIGN_NEXT, REDIRECT, REDIRECT_308);

    final String title;
    final String log;
    final Set<Cause> causes;
    private final @Nullable Function<String, ResponseDefinitionBuilder> answer;

    Fault(String title, @Nullable Function<String, ResponseDefinitionBuilder> answer, String log, Cause... causes) {
        this.title = title;
        this.answer = answer;
        this.log = log;
        this.causes = Set.of(causes);
    }

    String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it is in the links of a search, which a single resource has not. */
    boolean isInPaging() {
        return PAGING.contains(this);
    }

    /** Where the EHR with this fault is. */
    String origin(int http, int https, int raw) {
        return switch (this) {
            case REFUSED -> "http://localhost:1";
            case UNTRUSTED_TLS -> "https://localhost:" + https;
            case NO_TLS -> "https://localhost:" + http;
            case NO_SUCH_HOST -> "https://ehr.invalid";
            default -> "http://localhost:" + (answer != null || SPECIAL.contains(this) ? http : raw);
        };
    }

    /**
     * What it answers to a question, if it speaks HTTP at all.
     *
     * @param rows the right answer
     * @param self the address of the question, relative to the server's base
     * @param foreign an address on another server
     */
    Optional<ResponseDefinitionBuilder> answer(String rows, String self, String foreign) {
        return switch (this) {
            case REDIRECT -> Optional.of(redirect(302, foreign));
            case REDIRECT_308 -> Optional.of(redirect(308, foreign));
            case SAME_NEXT -> Optional.of(fhir(linked(rows, self + "?page=2")));
            case FOREIGN_NEXT -> Optional.of(fhir(linked(rows, foreign + "?page=2")));
            case OTHER_PATIENT -> Optional.of(fhir(self.equals("Medication") ? rows.replace("m1", "m2") : noahs(self)));
            case ENDLESS_NEXT ->
                Optional.of(fhir(linked(rows, self + "?page={{randomInt lower=1 upper=1000000}}"))
                        .withTransformers("response-template"));
            default -> answer == null ? Optional.empty() : Optional.of(answer.apply(rows));
        };
    }

    private static String noahs(String type) {
        return "{\"resourceType\": \"Bundle\", \"entry\": [{\"resource\": {\"resourceType\": \"" + type
                + "\", \"id\": \"1\", \"subject\": {\"reference\": \"Patient/noah\"}}}]}";
    }

    private static String linked(String rows, String next) {
        return rows.replaceFirst("\\{", "{\"link\": [{\"relation\": \"next\", \"url\": \"" + next + "\"}], ");
    }

    private static Function<String, ResponseDefinitionBuilder> status(int status) {
        return rows -> aResponse().withStatus(status);
    }

    private static ResponseDefinitionBuilder redirect(int status, String elsewhere) {
        return aResponse().withStatus(status).withHeader("Location", elsewhere);
    }

    private static Function<String, ResponseDefinitionBuilder> json(String body) {
        return rows -> fhir(body);
    }

    private static Function<String, ResponseDefinitionBuilder> typed(String type, String body) {
        return rows -> type(type, body);
    }

    private static ResponseDefinitionBuilder fhir(String body) {
        return type("application/fhir+json", body);
    }

    private static ResponseDefinitionBuilder type(String type, String body) {
        return aResponse().withHeader("Content-Type", type).withBody(body);
    }

    private static byte[] packed(int size) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] blanks = " ".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int done = 0; done < size; done += blanks.length) {
                gzip.write(blanks);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
