package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pmlguard.cdshooks.Discovery;
import org.pmlguard.cdshooks.Indicator;
import org.pmlguard.clinical.Gap;
import org.pmlguard.knowledge.Knowledge;
import org.pmlguard.knowledge.rule.OverrideReason;
import org.pmlguard.knowledge.rule.Rule;
import org.pmlguard.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Forty texts that could name a patient, and one token, on every way through the server: none is logged or told. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(
        properties = {"logging.level.org.pmlguard=TRACE", "pmlguard.deadline=2s", "management.server.port=0"})
class CanariesTest extends ServerTest {

    private static final List<String> CANARIES = IntStream.rangeClosed(1, 40)
            .mapToObj(n -> "phi-canary-%02d-zq".formatted(n))
            .toList();
    private static final String SECRET = "secret-canary-zq-";
    private static final String TOKEN = "token-canary-zq";

    @Autowired
    private Ledger ledger;

    private static final WireMockServer EHR =
            new WireMockServer(wireMockConfig().dynamicPort());

    static {
        EHR.start();
    }

    @Value("${local.management.port}")
    int managementPort;

    @Autowired
    Discovery discovery;

    @Autowired
    Knowledge knowledge;

    @DynamicPropertySource
    static void registered(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.tenants[0].id", () -> "test");
        registry.add("pmlguard.tenants[0].fhir-servers[0]", CanariesTest::ehr);
    }

    @AfterAll
    static void stop() {
        EHR.stop();
    }

    private static String ehr() {
        return "http://localhost:" + EHR.port() + "/fhir";
    }

    /** A call whose every text, id and value that may be anything is a canary. */
    private static ObjectNode call(String hook) {
        ObjectNode order = Requests.order("nora-high-index", "603541", "natalizumab [Tysabri]");
        order.putObject("text").put("div", "<div>text</div>");
        order.putArray("note").addObject().put("text", "note");
        order.putArray("identifier").addObject().put("value", "identifier");
        order.putObject("requester").put("reference", "Practitioner/r").put("display", "Dr. R");
        order.putArray("dosageInstruction")
                .addObject()
                .put("text", "as directed")
                .put("patientInstruction", "daily");
        ObjectNode call = Requests.withPrefetch(
                Requests.call(hook, "nora-high-index", order), NamedPatient.on(TODAY, "nora-high-index"));
        call.put("hookInstance", "instance");
        call.putObject("extension").put("name", "extension");
        ((ObjectNode) call.path("context")).put("userId", "Practitioner/u").put("encounterId", "encounter");
        ((ObjectNode) call.path("prefetch"))
                .putObject("patient")
                .put("resourceType", "Patient")
                .put("birthDate", "1980")
                .putArray("name")
                .addObject()
                .put("family", "family")
                .put("text", "whole name");
        int[] next = {0};
        mark(call, next);
        if (next[0] < CANARIES.size()) {
            throw new AssertionError("only " + next[0] + " places for canaries");
        }
        return call;
    }

    /** Codes, systems, dates and what binds rows to the patient stay, so that the call is understood. */
    private static void mark(JsonNode node, int[] next) {
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.path(name);
                if (value.isString() && isFree(name, value.asString())) {
                    object.put(name, value.asString() + " " + CANARIES.get(next[0]++ % CANARIES.size()));
                } else {
                    mark(value, next);
                }
            }
        } else {
            node.forEach(child -> mark(child, next));
        }
    }

    private static boolean isFree(String name, String value) {
        boolean bound = Stream.of(
                        "hook", "system", "code", "resourceType", "status", "intent", "type", "patientId", "url")
                .anyMatch(name::equals);
        return !bound && !value.startsWith("Patient/") && !value.matches("\\d{4}(-.*)?") && !name.endsWith("DateTime");
    }

    private HttpResponse<String> send(String path, String type, String body, Map<String, String> headers) {
        HttpRequest.Builder request =
                request(path).POST(BodyPublishers.ofString(body)).header("Content-Type", type);
        request.header("Authorization", "Bearer " + TOKEN).header("User-Agent", CANARIES.get(1));
        request.header("X-Request-Id", CANARIES.get(2)).header("Cookie", "session=" + CANARIES.get(3));
        headers.forEach(request::header);
        return send(request.build());
    }

    @Test
    void noneIsLoggedAndNoneIsToldToAnybodyElse(CapturedOutput log) {
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String hook : List.of("order-sign", "order-select", "medication-prescribe")) {
            String service = "/cds-services/pml-" + hook;
            for (String body : bodies(call(hook))) {
                answers.add(send(service, "application/json", body, Map.of()));
                answers.add(send("/explain?service=" + CANARIES.get(4), "application/json", body, Map.of()));
                answers.add(send("/explain", "application/json", body, Map.of()));
                answers.add(send(service, "text/" + CANARIES.get(5), body, Map.of()));
                answers.add(send(service + "/feedback", "application/json", body, Map.of()));
            }
        }
        answers.addAll(elsewhere());
        answers.addAll(withAnEhrThatFails());
        assertThat(answers).hasSizeGreaterThan(60).anyMatch(answer -> answer.statusCode() == 200);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() >= 400)
                .hasSizeGreaterThan(30)
                .allSatisfy(answer -> {
                    assertThat(CANARIES).noneMatch(answer.body()::contains);
                    assertThat(CANARIES).noneMatch(answer.headers().toString()::contains);
                });
        assertThat(answers).allSatisfy(answer -> assertThat(answer.body()).doesNotContain(TOKEN));
        assertThat(log.getAll()).contains("decision tenant=test");
        assertThat(CANARIES).noneMatch(log.getAll()::contains);
        assertThat(log.getAll()).doesNotContain(TOKEN);
        assertThatMetricsTellNothing();
    }

    /** Every label is one of our own words, whatever was sent. */
    private void assertThatMetricsTellNothing() {
        String metrics = send(HttpRequest.newBuilder(
                                URI.create("http://localhost:" + managementPort + "/actuator/prometheus"))
                        .build())
                .body();
        assertThat(CANARIES).noneMatch(metrics::contains);
        assertThat(metrics).doesNotContain(TOKEN, "nora", "Practitioner", "1980");
        List<String> ours =
                metrics.lines().filter(line -> line.startsWith("cds_")).toList();
        assertThat(ours)
                .anyMatch(line -> line.matches("cds_evaluations_total\\{.*outcome=\"risk_warning\".*} [1-9].*"))
                .anyMatch(line -> line.matches("cds_evaluations_total\\{.*outcome=\"rejected\".*} [1-9].*"))
                .anyMatch(line -> line.startsWith("cds_fhir_requests_seconds_count{op=\"search\""))
                .anyMatch(line -> line.startsWith("cds_outbound_blocked_total{reason=\"server-not-registered\"}"))
                .anyMatch(line -> line.startsWith("cds_answer_seconds_bucket{service=\"pml-order-sign\",le=\"0.45\"}"));
        assertThat(ours.stream().flatMap(CanariesTest::labels)).isSubsetOf(ourWords());
    }

    private static Stream<String> labels(String series) {
        return Pattern.compile("[a-z]+=\"([^\"]*)\"").matcher(series).results().map(found -> found.group(1));
    }

    private Set<String> ourWords() {
        return Stream.of(
                        discovery.services().stream().flatMap(service -> Stream.of(service.id(), service.hook())),
                        knowledge.rules().stream().map(Rule::id),
                        knowledge.overrideReasons().values().stream().map(OverrideReason::code),
                        Stream.of(
                                knowledge.edition().version(),
                                knowledge.edition().sha256()),
                        Stream.of(CallOutcome.values()).map(CallOutcome::code),
                        Stream.of(Gap.Cause.values()).map(Gap.Cause::code),
                        Stream.of(org.pmlguard.tenant.token.Fault.values()).map(org.pmlguard.tenant.token.Fault::code),
                        Stream.of(Indicator.values()).map(Indicator::code),
                        Stream.of("400", "403", "404", "405", "415", "500", "test", "read", "search", "ok"),
                        Stream.of(
                                "tenant",
                                "server",
                                "chart",
                                "early",
                                "open",
                                "taken",
                                "accepted",
                                "overridden",
                                "none",
                                "other"),
                        Stream.of("past-pml", "jcv-dna-in-csf", "second-immunosuppressant"),
                        Stream.of("long-lymphopenia", "nothing-sent", "another-drug"),
                        Stream.of("0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.45", "0.5", "1.0", "2.5", "+Inf"))
                .flatMap(words -> words)
                .collect(Collectors.toSet());
    }

    /** The call itself, and what it may look like when something goes wrong on the way. */
    private static List<String> bodies(ObjectNode call) {
        String right = call.toString();
        ObjectNode noContext = call.deepCopy().put("context", CANARIES.get(6));
        ObjectNode wrongPrefetch = call.deepCopy().put("prefetch", CANARIES.get(7));
        ObjectNode wrongServer = call.deepCopy().put("fhirServer", "https://" + CANARIES.get(8) + ".example");
        wrongServer.putObject("fhirAuthorization").put("access_token", TOKEN).put("token_type", CANARIES.get(9));
        ObjectNode wrongHook = call.deepCopy().put("hook", CANARIES.get(10));
        ObjectNode wrongDrafts = call.deepCopy();
        ((ObjectNode) wrongDrafts.path("context"))
                .put("draftOrders", CANARIES.get(11))
                .put("medications", CANARIES.get(11));
        return List.of(
                right,
                right.substring(0, right.length() / 2),
                right.replace(":\"", ":\"\\x"),
                right.replace("\"" + "draft-1", "\uD800"),
                "\"" + CANARIES.get(12) + "\"",
                CANARIES.get(13),
                noContext.toString(),
                wrongPrefetch.toString(),
                wrongServer.toString(),
                wrongHook.toString(),
                wrongDrafts.toString(),
                "{\"feedback\":[{\"card\":\"" + CANARIES.get(14) + "\",\"outcome\":\"" + CANARIES.get(15) + "\"}]}");
    }

    private List<HttpResponse<String>> elsewhere() {
        String canary = CANARIES.get(16);
        return Stream.of(
                        "/" + canary,
                        "/cds-services/" + canary,
                        "/cds-services/pml-order-sign?patient=" + canary,
                        "/cds-services/pml-order-sign/" + canary,
                        "/knowledge/rules/" + canary + ".json",
                        "/knowledge/fhir/PlanDefinition/" + canary,
                        "/assets/" + canary + ".css",
                        "/explain/" + canary,
                        "/error?message=" + canary,
                        "/actuator/" + canary)
                .flatMap(path -> Stream.of("GET", "PUT", "DELETE", "POST", "PATCH")
                        .map(method -> send(request(path)
                                .header("Authorization", "Bearer " + TOKEN)
                                .header("Accept", "text/" + CANARIES.get(17))
                                .method(method, BodyPublishers.ofString(canary))
                                .build())))
                .filter(answer -> answer.statusCode() >= 400)
                .toList();
    }

    private List<HttpResponse<String>> withAnEhrThatFails() {
        String canary = CANARIES.get(18);
        ObjectNode call = call("order-sign");
        call.remove("prefetch");
        Requests.withServer(call, ehr(), TOKEN);
        return Stream.of(
                        aResponse().withStatus(500).withBody(canary),
                        aResponse().withStatus(302).withHeader("Location", "https://" + canary + ".example"),
                        aResponse()
                                .withHeader("Content-Type", "application/fhir+json")
                                .withBody("{\"" + canary),
                        aResponse().withHeader("Content-Type", "text/html").withBody(canary),
                        aResponse().withHeader("Content-Type", canary + "/x").withBody(canary),
                        aResponse()
                                .withHeader("Content-Type", "application/fhir+json")
                                .withBody("{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\""
                                        + canary + "\"}]}"))
                .map(answer -> {
                    EHR.resetAll();
                    EHR.stubFor(get(anyUrl()).willReturn(answer));
                    return send("/cds-services/pml-order-sign", "application/json", call.toString(), Map.of());
                })
                .toList();
    }

    /** Where ids and results stand that a finding rests on, as the EHR sent them; and what answers to no card we know. */
    private static final Set<String> KEPT = Set.of(
            "decision.hook_instance",
            "decision.prescriber",
            "ordered_drug.order_reference",
            "ordered_drug.inputs_json",
            "finding.facts_json",
            "card.detail",
            "card.inputs_json",
            "stray_feedback.card",
            "stray_feedback.outcome");

    /** What is said of the patient beside that is kept nowhere. */
    private static ObjectNode withSecrets(String hook) {
        ObjectNode call = call(hook);
        JsonNode order = call.path("context").findValue("resource");
        JsonNode name = call.path("prefetch").path("patient").path("name").path(0);
        ((ObjectNode) name).put("family", SECRET + 1).put("text", SECRET + 2);
        ((ObjectNode) order.path("note").path(0)).put("text", SECRET + 3);
        ((ObjectNode) order.path("text")).put("div", "<div>" + SECRET + 4 + "</div>");
        ((ObjectNode) order.path("identifier").path(0)).put("value", SECRET + 5);
        ((ObjectNode) order.path("requester")).put("display", SECRET + 6);
        ((ObjectNode) order.path("dosageInstruction").path(0)).put("patientInstruction", SECRET + 7);
        ((ObjectNode) call.path("extension")).put("name", SECRET + 8);
        assertThat(call.toString().split(SECRET, -1)).hasSize(9);
        return call;
    }

    @Test
    void theDatabaseHoldsThemOnlyWhereTheyAreMeantToStand() {
        for (String hook : List.of("order-sign", "order-select")) {
            for (String body : bodies(withSecrets(hook))) {
                send("/cds-services/pml-" + hook, "application/json", body, Map.of());
                send("/cds-services/pml-" + hook + "/feedback", "application/json", body, Map.of());
            }
        }
        withAnEhrThatFails();
        JdbcClient jdbc = ledger.database().jdbc();
        List<String> columns = jdbc.sql("select table_name || '.' || column_name from information_schema.columns"
                        + " where table_schema = 'public' and lower(data_type) like 'character%'")
                .query((row, number) -> row.getString(1))
                .list();
        assertThat(columns).hasSizeGreaterThan(60);
        assertThat(rows(jdbc, "decision.tenant", "test")).isPositive();
        assertThat(columns).allSatisfy(column -> {
            assertThat(rows(jdbc, column, TOKEN)).as(column).isZero();
            assertThat(rows(jdbc, column, SECRET)).as(column).isZero();
        });
        assertThat(columns.stream().filter(column -> rows(jdbc, column, "phi-canary-") > 0))
                .isSubsetOf(KEPT);
    }

    private static long rows(JdbcClient jdbc, String column, String text) {
        String[] parts = column.split("\\.", -1);
        return jdbc.sql("select count(*) from \"" + parts[0] + "\" where \"" + parts[1] + "\" like ?")
                .param("%" + text + "%")
                .query(Long.class)
                .single();
    }

    @Test
    void aDecisionIsOneLineWhateverStandsInTheCall(CapturedOutput log) {
        ObjectNode call = call("order-sign");
        ((ArrayNode) call.path("context").path("draftOrders").path("entry"))
                .forEach(entry -> ((ObjectNode) entry.path("resource").path("medicationCodeableConcept"))
                        .put("text", "natalizumab\r\n2026 INFO forged"));
        send("/cds-services/pml-order-sign", "application/json", call.toString(), Map.of());
        assertThat(log.getAll()).contains("decision tenant=test").doesNotContain("forged");
    }
}
