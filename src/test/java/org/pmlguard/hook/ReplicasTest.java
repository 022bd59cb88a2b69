package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pmlguard.PmlGuard;
import org.pmlguard.tenant.token.Signer;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Eight servers as in production on one PostgreSQL, and one token for all of them. */
@Tag("proof")
class ReplicasTest {

    private static final int REPLICAS = 8;
    private static final int RACES = 100;
    private static final Signer SIGNER = Signer.curve(Curve.P_256, "k");
    private static final List<ConfigurableApplicationContext> SERVERS = new ArrayList<>();

    private static EmbeddedPostgres postgres;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
        for (int n = 0; n < REPLICAS; n++) {
            SERVERS.add(new SpringApplicationBuilder(PmlGuard.class)
                    .run(
                            "--server.port=0",
                            "--management.server.port=-1",
                            "--pmlguard.ledger.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                            "--pmlguard.ledger.username=postgres",
                            "--pmlguard.ledger.password=only-this-machine-is-trusted",
                            "--pmlguard.ledger.connections=4",
                            "--spring.profiles.active=production",
                            "--pmlguard.public-url=https://pml.example",
                            "--pmlguard.tenants[0].id=mary",
                            "--pmlguard.tenants[0].auth=jwt",
                            "--pmlguard.tenants[0].issuer=https://ehr.example",
                            "--pmlguard.tenants[0].calls-per-second=0",
                            "--pmlguard.tenants[0].jwks=" + Signer.published(SIGNER)));
        }
    }

    @AfterAll
    static void stop() throws IOException {
        SERVERS.forEach(ConfigurableApplicationContext::close);
        postgres.close();
    }

    @Test
    void exactlyOneOfThemTakesTheToken() throws Exception {
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int race = 0; race < RACES; race++) {
                String token = token();
                List<Callable<Integer>> calls = IntStream.range(0, REPLICAS)
                        .<Callable<Integer>>mapToObj(n -> () -> call(SERVERS.get(n), token))
                        .toList();
                List<Integer> answers =
                        callers.invokeAll(calls).stream().map(Future::resultNow).toList();
                assertThat(answers)
                        .filteredOn(status -> status == 200)
                        .as("race %s: %s", race, answers)
                        .hasSize(1);
                assertThat(answers).filteredOn(status -> status == 401).hasSize(REPLICAS - 1);
            }
        }
    }

    private int call(ConfigurableApplicationContext server, String token) throws IOException, InterruptedException {
        String port = server.getEnvironment().getProperty("local.server.port");
        String body = Requests.call("order-sign", "p1", Requests.order("p1", "617993", "amoxicillin"))
                .toString();
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/cds-services/pml-order-sign"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        return answer.statusCode();
    }

    private static String token() {
        return SIGNER.token(
                SIGNER.header("ES256").toString(),
                Signer.claims("https://ehr.example", "https://pml.example/cds-services/pml-order-sign", Instant.now())
                        .toString());
    }
}
