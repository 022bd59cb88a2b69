package org.pmlguard.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A test of the server as somebody tries it out: no tenant configured, on a fixed day. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pmlguard.deadline=2s", "pmlguard.cors.allowed-origins[0]=" + DemoServer.NEIGHBOUR})
@Import(DemoServer.FixedDay.class)
abstract class DemoServer {

    /** A page elsewhere that may call. */
    static final String NEIGHBOUR = "https://page.example";

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    int port;

    @TestConfiguration(proxyBeanMethods = false)
    static class FixedDay {
        @Bean
        Clock fixedClock() {
            return Clock.fixed(TODAY.atTime(10, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        }
    }

    String base() {
        return "http://localhost:" + port;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    JsonNode json(String path) {
        return JSON.readTree(get(path).body());
    }

    HttpResponse<String> send(String method, String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    /** A request that a browser sends for a page of another origin. */
    HttpResponse<String> from(String origin, String method, String path) {
        return send(request(path)
                .header("Origin", origin)
                .header("Content-Type", "application/json")
                .header("Access-Control-Request-Method", "POST")
                .method(method, HttpRequest.BodyPublishers.ofString("{\"resourceType\": \"ServiceRequest\"}")));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(path.startsWith("http") ? path : base() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
