package org.pmlguard.connect.selftest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLSession;
import org.pmlguard.connect.check.NoAnswer;

/** The server that is tried, over HTTP and from outside. It belongs to one run. */
final class Target implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int MOST_BYTES = 2_000_000;

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param base its address without a closing slash */
    Target(URI base) {
        this.base = base;
    }

    URI base() {
        return base;
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Sends JSON. */
    Answer post(String path, String body, String... headers) {
        return send(request(path, headers)
                .setHeader("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends something that says of itself what it is. */
    Answer postAs(String type, String path, String body, String... headers) {
        return send(request(path, headers).setHeader("Content-Type", type).POST(BodyPublishers.ofString(body)));
    }

    /** Sends a method without a body. */
    Answer ask(String method, String path, String... headers) {
        return send(request(path, headers).method(method, BodyPublishers.noBody()));
    }

    /** The version of TLS that was agreed on; empty without TLS. */
    String tls() {
        return exchange(request("/cds-services").GET())
                .sslSession()
                .map(SSLSession::getProtocol)
                .orElse("");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json");
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Answer send(HttpRequest.Builder request) {
        HttpResponse<String> answer = exchange(request);
        return new Answer(answer.statusCode(), answer.headers(), answer.body());
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.limiting(BodyHandlers.ofString(), MOST_BYTES));
        } catch (IOException e) {
            throw new NoAnswer(e.getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
