package org.pmlguard.tenant.token;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.nimbusds.jose.jwk.Curve;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys that a tenant publishes: fetched seldom, and never lost because its server is down. */
class PublishedKeysTest {

    private static final Signer OLD = Signer.curve(Curve.P_256, "old");
    private static final Signer NEW = Signer.curve(Curve.P_256, "new");
    private static final WireMockServer EHR =
            new WireMockServer(wireMockConfig().dynamicPort());

    static {
        EHR.start();
    }

    /** Of its own for each test: an answer that came too late in one is not counted in the next. */
    private final String path = "/" + UUID.randomUUID() + ".json";

    private final SettableClock clock = new SettableClock();
    private final KeyFetch fetch = new KeyFetch(Signatures.ofTheJdk(), Duration.ofSeconds(6));
    private PublishedKeys keys;

    @BeforeEach
    void published() {
        EHR.resetAll();
        publish(okJson(Signer.published(OLD)));
        keys = new PublishedKeys(
                URI.create("http://localhost:" + EHR.port() + path),
                fetch,
                Caffeine.newBuilder()
                        .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                        .expireAfterWrite(PublishedKeys.LONGEST)
                        .build(),
                clock);
    }

    @AfterEach
    void close() {
        fetch.close();
    }

    @AfterAll
    static void stop() {
        EHR.stop();
    }

    private void publish(ResponseDefinitionBuilder answer) {
        EHR.stubFor(get(path).willReturn(answer));
    }

    private void asked(int times) {
        EHR.verify(times, getRequestedFor(urlEqualTo(path)));
    }

    @Test
    void aKnownKeyIsAskedForOnce() {
        for (int n = 0; n < 100; n++) {
            assertThat(keys.key("old")).isPresent();
        }
        asked(1);
    }

    @Test
    void tenThousandInventedKeysAreOneQuestionEachHalfMinute() {
        assertThat(keys.key("old")).isPresent();
        clock.forward(PublishedKeys.PAUSE);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 10_000; n++) {
                String invented = "invented-" + n;
                callers.execute(() -> keys.key(invented));
            }
        }
        asked(2);
    }

    @Test
    void aNewKeyIsFoundAsSoonAsItIsNamed() {
        assertThat(keys.key("old")).isPresent();
        publish(okJson(Signer.published(OLD, NEW)));
        clock.forward(PublishedKeys.PAUSE);
        assertThat(keys.key("new")).isPresent();
        assertThat(keys.key("old")).isPresent();
        asked(2);
    }

    static Stream<Arguments> outages() {
        return Stream.of(
                Arguments.of("500", aResponse().withStatus(500)),
                Arguments.of(
                        "a page",
                        aResponse().withHeader("Content-Type", "text/html").withBody("<html>")),
                Arguments.of("no key set", okJson("{\"kty\":[]}")),
                Arguments.of("an empty set", okJson("{\"keys\":[]}")),
                Arguments.of("a megabyte", okJson("{\"keys\":[],\"x\":\"" + "x".repeat(1_000_000) + "\"}")),
                Arguments.of("too many keys", okJson("{\"keys\":[" + "{},".repeat(30) + "{}]}")),
                Arguments.of("a redirect", temporaryRedirect("/elsewhere.json")),
                Arguments.of("too slow", okJson(Signer.published(NEW)).withFixedDelay(15_000)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outages")
    void anOutageDoesNotStopTheService(String name, ResponseDefinitionBuilder answer) {
        EHR.stubFor(get("/elsewhere.json").willReturn(okJson(Signer.published(NEW))));
        assertThat(keys.key("old")).isPresent();
        publish(answer);
        clock.forward(PublishedKeys.PAUSE);
        assertThat(keys.key("new")).as(name).isEmpty();
        assertThat(keys.key("old")).as(name).isPresent();
        asked(2);
    }

    @Test
    void theLastGoodSetIsUsedForADay() {
        assertThat(keys.key("old")).isPresent();
        publish(aResponse().withStatus(500));
        clock.forward(PublishedKeys.LONGEST.minusSeconds(1));
        assertThat(keys.key("old")).isPresent();
        clock.forward(Duration.ofMinutes(1));
        assertThat(keys.key("old")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "max-age=600, 600",
        "'public, max-age=120, must-revalidate', 120",
        "max-age=5, 60",
        "max-age=86400, 3600",
        "no-store, 60",
        "no-cache, 60",
        "public, 3600",
        "s-max-age=7, 3600",
    })
    void howLongASetIsHeldSaysItsPublisherWithinReason(String cacheControl, long seconds) {
        assertThat(MaxAge.of(java.util.List.of(cacheControl))).hasSeconds(seconds);
    }
}
