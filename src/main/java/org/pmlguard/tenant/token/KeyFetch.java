package org.pmlguard.tenant.token;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a published key set from a registered address: no redirects, at most 64 kB of JSON, and not for long. What fails
 * gives nothing, and a line in the log.
 */
public final class KeyFetch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFetch.class);
    private static final int MOST_BYTES = 65_536;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();

    private final Signatures signatures;
    private final Duration patience;

    /** Takes how long an answer may take altogether. */
    public KeyFetch(Signatures signatures, Duration patience) {
        this.signatures = signatures;
        this.patience = patience;
    }

    /** The usable keys published at the address, and how long they may be held. */
    Optional<Published> keys(URI address) {
        try {
            HttpResponse<byte[]> answer = ask(address);
            KeySet keys = KeySet.read(new String(json(answer), StandardCharsets.UTF_8), signatures);
            keys.faults().forEach(fault -> LOG.warn("keys at={} fault={}", address.getHost(), fault));
            return keys.isEmpty() ? nothing(address, "no usable key") : Optional.of(new Published(keys, age(answer)));
        } catch (IllegalArgumentException e) {
            return nothing(address, "no key set");
        } catch (ExecutionException | TimeoutException e) {
            return nothing(address, "no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return nothing(address, "interrupted");
        }
    }

    /** A key set as it was published. */
    record Published(KeySet keys, Duration maxAge) {}

    private HttpResponse<byte[]> ask(URI address) throws ExecutionException, TimeoutException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .timeout(patience)
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer =
                client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] json(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() != 200 || !type.toLowerCase(Locale.ROOT).contains("json")) {
            throw new IllegalArgumentException("not a key set");
        }
        return answer.body();
    }

    private static Duration age(HttpResponse<byte[]> answer) {
        return MaxAge.of(answer.headers().allValues("Cache-Control"));
    }

    private static Optional<Published> nothing(URI address, String why) {
        LOG.warn("keys not refreshed at={} why={}", address.getHost(), why);
        return Optional.empty();
    }

    /** Drops every connection. */
    @Override
    public void close() {
        client.shutdownNow();
    }
}
