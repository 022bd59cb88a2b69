package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pmlguard.audit.Audit;
import org.pmlguard.audit.Deed;
import org.pmlguard.ledger.Ledger;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What probes and collectors are told, and that nobody else is told more. */
@TestPropertySource(properties = "management.server.port=0")
class VitalSignsTest extends ServerTest {

    @Value("${local.management.port}")
    int managementPort;

    @Autowired
    ApplicationContext context;

    @Autowired
    Audit audit;

    @Autowired
    Ledger ledger;

    private HttpResponse<String> management(String path) {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path))
                .build());
    }

    private HttpResponse<String> main(String path) {
        return send(request(path).build());
    }

    private List<String> metrics(String name) {
        return management("/actuator/prometheus")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .toList();
    }

    /** The invented orders are played beside the start. */
    private static <T> T eventually(Supplier<T> what, java.util.function.Predicate<T> holds) {
        for (long end = System.nanoTime() + Duration.ofSeconds(10).toNanos(); System.nanoTime() < end; ) {
            T now = what.get();
            if (holds.test(now)) {
                return now;
            }
            Thread.onSpinWait();
        }
        return what.get();
    }

    @Test
    void theServerIsReadyOnceTheInventedOrdersWereWarnedOf() {
        HttpResponse<String> ready = eventually(() -> main("/readyz"), answer -> answer.statusCode() == 200);
        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(ready.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(main("/livez").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(metrics("cds_synthetic_ok")).hasSize(6).allMatch(line -> line.endsWith(" 1.0"));
    }

    @Test
    void aServerThatIsAboutToStopIsNotReadyAndStillLives() {
        AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
        assertThat(main("/readyz").statusCode()).isEqualTo(503);
        assertThat(main("/livez").statusCode()).isEqualTo(200);
        AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }

    @Test
    void aServerWhoseAuditChainIsBrokenIsNotReady() {
        eventually(() -> main("/readyz"), answer -> answer.statusCode() == 200);
        audit.done(new Audit.Who("odo", Optional.empty()), Deed.EXPORTED, "counts");
        assertThat(eventually(() -> audit.state().sealed(), number -> number > 0))
                .isPositive();
        say("update audit_seal set previous = 'another' where number = 1");
        audit.verify();
        assertThat(main("/readyz").statusCode()).isEqualTo(503);
        assertThat(main("/livez").statusCode()).isEqualTo(200);
        assertThat(metrics("cds_audit_chain_ok")).containsExactly("cds_audit_chain_ok 0.0");
        say("update audit_seal set previous = repeat('0', 64) where number = 1");
        audit.verify();
        assertThat(main("/readyz").statusCode()).isEqualTo(200);
        assertThat(metrics("cds_audit_chain_ok")).containsExactly("cds_audit_chain_ok 1.0");
    }

    private void say(String sql) {
        ledger.database().jdbc().sql(sql).update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env", "/actuator/heapdump"})
    void theMainPortTellsNoMore(String path) {
        assertThat(main(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"env", "beans", "configprops", "heapdump", "threaddump", "loggers", "mappings", "shutdown"})
    void theManagementPortTellsHealthAndNumbersOnly(String endpoint) {
        assertThat(management("/actuator/" + endpoint).statusCode()).isEqualTo(404);
        assertThat(management("/actuator/health").body()).doesNotContain("components", "details");
    }

    @Test
    void noRequestIsTimedByTheFramework() {
        main("/cds-services");
        assertThat(metrics("http_server_requests")).isEmpty();
        assertThat(metrics("logback_events")).isEmpty();
    }

    @Test
    void callsAreCountedByWhatBecameOfThem() {
        double before = count("outcome=\"not_watched\",service=\"pml-order-sign\"");
        cards("pml-order-sign", Requests.call("order-sign", "p1", Requests.order("p1", "617993", "amoxicillin")));
        cards("pml-order-sign", Requests.call("order-sign", "p1", Requests.order("p1", "617993", "amoxicillin")));
        assertThat(count("outcome=\"not_watched\",service=\"pml-order-sign\"")).isEqualTo(before + 2);

        double incomplete = count("outcome=\"incomplete\",service=\"pml-order-sign\"");
        cards("pml-order-sign", Requests.call("order-sign", "p1", Requests.order("p1", "603541", "natalizumab")));
        assertThat(count("outcome=\"incomplete\",service=\"pml-order-sign\"")).isEqualTo(incomplete + 1);
        assertThat(metrics("cds_incomplete_total{reason=\"not-sent\"}"))
                .isNotEmpty()
                .noneMatch(line -> line.endsWith(" 0.0"));
    }

    @Test
    void inventedOrdersAreNeitherCountedNorRecorded() {
        eventually(() -> main("/readyz"), answer -> answer.statusCode() == 200);
        assertThat(metrics("cds_cards_total{indicator=\"critical\"}"))
                .containsExactly("cds_cards_total{indicator=\"critical\"} 0.0");
        assertThat(metrics("cds_rule_findings_total")).isNotEmpty().allMatch(line -> line.endsWith(" 0.0"));
        assertThat(metrics("cds_evaluations_total"))
                .filteredOn(line -> line.contains("risk_"))
                .isNotEmpty()
                .allMatch(line -> line.endsWith(" 0.0"));
    }

    @Test
    void hostileNamesOfServicesMakeNoSeries() {
        long before = metrics("cds_").size();
        Stream.of("pml-x", "pml-order-sign%22%7D", "%0Acds_fake%201", "a".repeat(500))
                .forEach(name -> send(request("/cds-services/" + name)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}"))
                        .build()));
        assertThat(metrics("cds_")).hasSizeBetween((int) before, (int) before + 3);
        assertThat(metrics("cds_fake")).isEmpty();
    }

    private double count(String labels) {
        return metrics("cds_evaluations_total").stream()
                .filter(line -> line.contains(labels))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
