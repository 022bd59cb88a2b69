package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.pmlguard.tenant.token.Signer;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** Two tenants whose patients have the same id and not the same truth, all at once: nobody is told about the other's. */
class IsolationTest extends ServerTest {

    private static final String BASE = "https://pml.example";
    private static final String PATIENT = "p1";
    private static final int AT_ONCE = 32;
    private static final List<House> HOUSES =
            List.of(new House("one", "nora-high-index"), new House("two", "ben-no-jcv-test"));

    /** A tenant, and what is true of the patient there. */
    private record House(String id, String truth) {

        static final Signer SIGNER = Signer.curve(Curve.P_256, "k");

        String token() {
            ObjectNode claims = Signer.claims(
                    "https://" + id + ".example",
                    BASE + "/cds-services/pml-order-sign",
                    TODAY.atTime(10, 0).toInstant(java.time.ZoneOffset.UTC));
            return SIGNER.token(SIGNER.header("ES256").toString(), claims.toString());
        }

        String body() {
            ObjectNode order = Requests.order(PATIENT, "603541", "natalizumab [Tysabri]");
            return Requests.withPrefetch(Requests.call("order-sign", truth, order), NamedPatient.on(TODAY, truth))
                    .toString()
                    .replace(truth, PATIENT);
        }
    }

    @DynamicPropertySource
    static void registered(DynamicPropertyRegistry registry) {
        registry.add("pmlguard.public-url", () -> BASE);
        // What is compared are answers, however busy the machine is.
        registry.add("pmlguard.overload.lateness", () -> "1h");
        for (int n = 0; n < HOUSES.size(); n++) {
            String path = "pmlguard.tenants[" + n + "].";
            House house = HOUSES.get(n);
            registry.add(path + "id", house::id);
            registry.add(path + "auth", () -> "jwt");
            registry.add(path + "issuer", () -> "https://" + house.id() + ".example");
            registry.add(path + "jwks", () -> Signer.published(House.SIGNER));
            registry.add(path + "calls-per-second", () -> 0);
            registry.add(path + "calls-at-once", () -> 0);
        }
    }

    @Test
    void nobodyIsToldAboutTheOthersPatient() throws Exception {
        assertThat(crossings(2_000)).isZero();
    }

    @Test
    @Tag("proof")
    void nobodyIsToldAboutTheOthersPatientInAHundredThousandCalls() throws Exception {
        assertThat(crossings(100_000)).isZero();
    }

    private long crossings(int calls) throws Exception {
        List<String> bodies = HOUSES.stream().map(House::body).toList();
        List<String> alone = IntStream.range(0, 2)
                .mapToObj(n -> said(HOUSES.get(n), bodies.get(n)))
                .toList();
        assertThat(alone.getFirst()).isNotEqualTo(alone.getLast());
        LongAdder crossings = new LongAdder();
        Semaphore places = new Semaphore(AT_ONCE);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < calls; n++) {
                int which = n % 2;
                places.acquire();
                callers.execute(() -> {
                    try {
                        if (!said(HOUSES.get(which), bodies.get(which)).equals(alone.get(which))) {
                            crossings.increment();
                        }
                    } catch (RuntimeException | Error e) {
                        crossings.increment();
                    } finally {
                        places.release();
                    }
                });
            }
        }
        return crossings.sum();
    }

    /** What a tenant is told, without the ids that differ with every answer. */
    private String said(House house, String body) {
        return send(request("/cds-services/pml-order-sign")
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + house.token())
                        .POST(BodyPublishers.ofString(body))
                        .build())
                .body()
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }
}
