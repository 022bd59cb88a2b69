package org.pmlguard.hook;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pmlguard.clinical.Gap;
import org.pmlguard.clinical.Section;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every way an EHR fails, in every part of the chart, for every hook that reads it. All other parts are sent along, so that
 * what is missing is known: the answer to a watched drug must name it, in time, and never be an error or empty.
 */
class FaultMatrixTest extends ServerTest {

    /** Long enough that the fault itself shows, also on a busy machine; the proof is run with the shipped one. */
    private static final Duration DEADLINE = Duration.parse(System.getProperty("faults.deadline", "PT3S"));

    private static final String TOKEN = "canary-token-5c20";
    private static final String PATIENT = "emma-stable";
    private static final String DRUG = "drug";
    private static final List<Fault> FAULTS = List.of(Fault.values());
    private static final List<String> HOOKS = List.of(
            "order-select",
            "order-sign",
            "order-dispatch",
            "medication-prescribe",
            "medication-refill",
            "medication-verify",
            "patient-view",
            "encounter-start");

    /** Where nothing is ordered, an unread history leaves no drug to speak of, and no standing rule asks for procedures. */
    private static final List<String> STANDING_PARTS = List.of("conditions", "labs");

    private static final List<String> PARTS = List.of(
            "conditions",
            "labs",
            "medicationRequests",
            "medicationStatements",
            "medicationAdministrations",
            "procedures",
            DRUG);
    private static final List<String> TYPES = List.of(
            "Condition",
            "Observation",
            "MedicationRequest",
            "MedicationStatement",
            "MedicationAdministration",
            "Procedure",
            "Medication");

    private static final WireMockServer EHR = new WireMockServer(wireMockConfig()
            .dynamicPort()
            .dynamicHttpsPort()
            .gzipDisabled(true)
            .containerThreads(120)
            .disableRequestJournal());
    private static final RawServer RAW = new RawServer();
    private static final RawServer CANARY = new RawServer();
    private static final Queue<String> LOG = new ConcurrentLinkedQueue<>();

    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            LOG.add(event.getFormattedMessage());
        }
    };

    static {
        EHR.start();
        FAULTS.forEach(FaultMatrixTest::stub);
    }

    /** One fault in one part of the chart for one hook. Each has a server of its own, so that none is given up for another. */
    private record Cell(Fault fault, String part, String hook) {

        String base() {
            return fault.origin(EHR.port(), EHR.httpsPort(), RAW.port()) + "/" + fault.path() + "/" + part + "/" + hook;
        }

        boolean isHarmless() {
            return fault.causes.isEmpty() || (part.equals(DRUG) && fault.isInPaging());
        }
    }

    private record Outcome(Cell cell, HttpResponse<String> answer, Duration took) {}

    private static Stream<Cell> all() {
        return FAULTS.stream()
                .flatMap(fault ->
                        HOOKS.stream().flatMap(hook -> parts(hook).stream().map(part -> new Cell(fault, part, hook))));
    }

    private static List<String> parts(String hook) {
        return isStanding(hook) ? STANDING_PARTS : PARTS;
    }

    private static boolean isStanding(String hook) {
        return hook.equals("patient-view") || hook.equals("encounter-start");
    }

    private static Stream<Cell> slice() {
        return IntStream.range(0, FAULTS.size()).mapToObj(n -> cell(FAULTS.get(n), HOOKS.get(n % HOOKS.size()), n));
    }

    private static Cell cell(Fault fault, String hook, int n) {
        return new Cell(fault, parts(hook).get(n % parts(hook).size()), hook);
    }

    private static void stub(Fault fault) {
        TYPES.forEach(type -> fault.answer(rows(type), type, "http://localhost:" + CANARY.port() + "/x")
                .ifPresent(answer ->
                        EHR.stubFor(any(urlPathMatching("/" + fault.path() + "/[^/]+/[^/]+/" + type + "(/.*)?"))
                                .willReturn(answer))));
    }

    private static String rows(String type) {
        ObjectNode rows = Requests.JSON.createObjectNode();
        if (type.equals("Medication")) {
            return rows.put("resourceType", "Medication")
                    .put("id", "m1")
                    .set("code", Requests.JSON.createObjectNode().put("text", "natalizumab"))
                    .toString();
        }
        return Requests.bundle(
                        rows, "searchset", NamedPatient.on(TODAY, PATIENT).ofType(type))
                .toString();
    }

    @DynamicPropertySource
    static void registered(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.tenants[0].id", () -> "test");
        registry.add("pmlguard.tenants[0].deadline", () -> DEADLINE.toMillis() + "ms");
        List<String> bases = all().map(Cell::base).distinct().toList();
        for (int n = 0; n < bases.size(); n++) {
            String base = bases.get(n);
            registry.add("pmlguard.tenants[0].fhir-servers[" + n + "]", () -> base);
        }
    }

    @BeforeEach
    void listen() {
        appender.start();
        ((Logger) LoggerFactory.getLogger("org.pmlguard")).addAppender(appender);
        IntStream.range(0, 20).forEach(n -> cards("pml-order-sign", complete("order-sign")));
        LOG.clear();
    }

    @AfterEach
    void nobodyElseHeardOfUs() {
        ((Logger) LoggerFactory.getLogger("org.pmlguard")).detachAppender(appender);
        assertThat(CANARY.connections()).isZero();
        assertThat(LOG).noneMatch(line -> line.contains(TOKEN) || line.contains(PATIENT));
    }

    @AfterAll
    static void stop() {
        EHR.stop();
        RAW.close();
        CANARY.close();
    }

    private static ObjectNode complete(String hook) {
        ObjectNode order = Requests.order(PATIENT, "603541", "natalizumab [Tysabri]");
        ObjectNode call = switch (hook) {
            case "patient-view", "encounter-start" -> Requests.opening(hook, PATIENT);
            case "order-dispatch" -> Requests.dispatch(PATIENT, "MedicationRequest/draft-1");
            default -> Requests.call(hook, PATIENT, order);
        };
        Requests.withPrefetch(call, NamedPatient.on(TODAY, PATIENT));
        if (hook.equals("order-dispatch")) {
            ((ObjectNode) call.path("prefetch")).set("dispatched", order);
        }
        return call;
    }

    private static ObjectNode orderOf(ObjectNode call, String hook) {
        JsonNode context = call.path("context");
        return (ObjectNode)
                switch (hook) {
                    case "order-dispatch" -> call.path("prefetch").path("dispatched");
                    case "medication-verify" -> context.path("order").path("resource");
                    case "medication-prescribe", "medication-refill" -> context.at("/medications/entry/0/resource");
                    default -> context.at("/draftOrders/entry/0/resource");
                };
    }

    private static ObjectNode call(Cell cell) {
        ObjectNode call = complete(cell.hook());
        if (cell.part().equals(DRUG)) {
            ObjectNode order = orderOf(call, cell.hook());
            order.remove("medicationCodeableConcept");
            order.putObject("medicationReference").put("reference", "Medication/m1");
        } else {
            ((ObjectNode) call.path("prefetch")).remove(cell.part());
        }
        return Requests.withServer(call, cell.base(), TOKEN);
    }

    private Outcome run(Cell cell) {
        String body = call(cell).toString();
        long start = System.nanoTime();
        HttpResponse<String> answer = post("pml-" + cell.hook(), body);
        return new Outcome(cell, answer, Duration.ofNanos(System.nanoTime() - start));
    }

    private List<Outcome> run(Stream<Cell> cells, int atOnce) {
        try (ExecutorService threads = Executors.newFixedThreadPool(atOnce)) {
            List<CompletableFuture<Outcome>> running = cells.map(
                            cell -> CompletableFuture.supplyAsync(() -> run(cell), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static List<String> summaries(HttpResponse<String> answer) {
        return Requests.JSON
                .readTree(answer.body())
                .path("cards")
                .valueStream()
                .map(card -> card.path("summary").asString())
                .toList();
    }

    private static List<String> gaps(HttpResponse<String> answer) {
        return Requests.JSON
                .readTree(answer.body())
                .path("cards")
                .valueStream()
                .flatMap(card -> card.path("extension")
                        .path("org.pmlguard.assessment")
                        .path("gaps")
                        .valueStream())
                .map(gap -> gap.path("code").asString())
                .toList();
    }

    /** What is wrong with an answer; nothing if it is as it must be. */
    private static Stream<String> faults(
            Outcome outcome, List<String> undisturbed, Duration leeway, Set<Gap.Cause> late) {
        Cell cell = outcome.cell();
        List<String> wrong = new ArrayList<>();
        if (outcome.answer().statusCode() != 200) {
            wrong.add("HTTP " + outcome.answer().statusCode());
        } else if (cell.isHarmless()) {
            if (!summaries(outcome.answer()).equals(undisturbed)) {
                wrong.add("changed the answer to " + summaries(outcome.answer()));
            }
        } else if (expected(cell, late).noneMatch(gaps(outcome.answer())::contains)) {
            wrong.add("does not name what is missing: " + gaps(outcome.answer()));
        }
        if (outcome.took().compareTo(DEADLINE.plus(leeway)) > 0) {
            wrong.add("took " + outcome.took().toMillis() + " ms");
        }
        return wrong.stream().map(what -> cell + " " + what);
    }

    /** The codes of which one must be among the gaps; of a drug given by reference any will do. */
    private static Stream<String> expected(Cell cell, Set<Gap.Cause> late) {
        Collection<Gap.Cause> causes = cell.part().equals(DRUG) ? List.of(Gap.Cause.values()) : cell.fault().causes;
        return Stream.concat(causes.stream(), late.stream())
                .map(why -> Gap.in(section(cell.part()), why).code());
    }

    private static Section section(String part) {
        return switch (part) {
            case "conditions" -> Section.DIAGNOSES;
            case "labs" -> Section.LABS;
            case "procedures" -> Section.PROCEDURES;
            case DRUG -> Section.ORDERED_DRUG;
            default -> Section.MEDICATIONS;
        };
    }

    private static Stream<String> unlogged(Outcome outcome) {
        Cell cell = outcome.cell();
        boolean isTold = cell.part().equals(DRUG)
                || cell.fault().causes.size() != 1
                || gaps(outcome.answer()).stream().anyMatch(code -> code.endsWith(Gap.Cause.TIMED_OUT.code()))
                || LOG.stream().anyMatch(line -> line.contains(cell.fault().log));
        return isTold ? Stream.empty() : Stream.of(cell + " is not in the log as " + cell.fault().log);
    }

    /** @param late what may be said instead of the fault, because the deadline came first */
    private List<String> wrong(List<Outcome> outcomes, Duration leeway, Set<Gap.Cause> late) {
        Map<String, List<String>> undisturbed = HOOKS.stream()
                .collect(Collectors.toMap(
                        hook -> hook,
                        hook -> summaries(post("pml-" + hook, complete(hook).toString()))));
        return outcomes.stream()
                .flatMap(outcome -> Stream.concat(
                        faults(outcome, undisturbed.getOrDefault(outcome.cell().hook(), List.of()), leeway, late),
                        unlogged(outcome)))
                .toList();
    }

    @Test
    void everyFaultIsNamedOnTheCardAndInTheLogAndCostsNoMoreThanTheDeadline() {
        assertThat(wrong(run(slice(), 4), Duration.ofSeconds(2), Set.of())).isEmpty();
    }

    @Test
    @Tag("proof")
    void everyFaultInEveryPartForEveryHook() throws IOException {
        run(slice(), 2);
        List<Outcome> outcomes = run(all(), 2);
        List<Duration> times = outcomes.stream().map(Outcome::took).sorted().toList();
        Files.writeString(
                Path.of("target", "fault-matrix.txt"),
                "%d faults, up to %d parts, %d hooks, %d cells; deadline %d ms; slowest %d ms, 99%% within %d ms, half within %d ms%n"
                        .formatted(
                                FAULTS.size(),
                                PARTS.size(),
                                HOOKS.size(),
                                outcomes.size(),
                                DEADLINE.toMillis(),
                                times.getLast().toMillis(),
                                times.get(times.size() * 99 / 100).toMillis(),
                                times.get(times.size() / 2).toMillis()));
        assertThat(wrong(outcomes, Duration.ofMillis(100), Set.of(Gap.Cause.TIMED_OUT)))
                .isEmpty();
    }
}
