package org.pmlguard.terminology;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The way out to the one configured terminology service: no redirects, no token, and no more taken than a page of text. */
final class Door {

    private static final int MOST_BYTES = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final BodyHandler<byte[]> BODY =
            head -> BodySubscribers.limiting(BodySubscribers.ofByteArray(), MOST_BYTES);

    private final URI base;
    private final Duration patience;
    private final HttpClient client;

    /** @param patience for one answer, from the connection to its last byte */
    Door(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** What came back: JSON under some status. */
    record Reply(int status, JsonNode tree) {}

    /**
     * Asks for a path below the base address.
     *
     * @throws Unanswered if nothing came in time, or something else than JSON
     */
    Reply get(String path, String mediaType) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", mediaType)
                .header("Accept-Encoding", "identity")
                .GET()
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, BODY);
        try {
            return read(answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unanswered("no answer in time", e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered("interrupted", e);
        } catch (ExecutionException e) {
            throw new Unanswered(e.getCause() instanceof IOException ? "not reachable or too long" : "failed", e);
        }
    }

    private static Reply read(HttpResponse<byte[]> answer) {
        try {
            JsonNode tree = JSON.readTree(answer.body());
            if (!tree.isObject()) {
                throw new Unanswered("status " + answer.statusCode() + " without JSON");
            }
            return new Reply(answer.statusCode(), tree);
        } catch (JacksonException e) {
            throw new Unanswered("status " + answer.statusCode() + " without JSON", e);
        }
    }
}
