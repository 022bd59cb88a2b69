package org.pmlguard.tenant.token;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches a published key set from a registered address: no redirects, at most 64 kB of JSON, and not for long. What fails
 * gives nothing, and a line in the log.
 */
public final class KeyFetch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFetch.class);
    private static final int MOST_BYTES = 65_536;

    /** Made when the first address is asked: it brings up TLS, and a server whose tenants have fixed keys asks nobody. */
    private @Nullable HttpClient client;

    private final Signatures signatures;
    private final Duration patience;

    /** Takes how long an answer may take altogether. */
    public KeyFetch(Signatures signatures, Duration patience) {
        this.signatures = signatures;
        this.patience = patience;
    }

    /** The usable keys published at the address, and how long they may be held. */
    Optional<Published> keys(URI address) {
        Looked looked = look(address);
        looked.faults().forEach(fault -> LOG.warn("keys at={} fault={}", address.getHost(), fault));
        if (looked.published().isEmpty()) {
            LOG.warn("keys not refreshed at={} why={}", address.getHost(), looked.why());
        }
        return looked.published();
    }

    /**
     * What one look at an address gave.
     *
     * @param faults one sentence for each key that cannot be used
     * @param why there is no key to use; empty if there is one
     */
    record Looked(Optional<Published> published, List<String> faults, String why) {

        private static Looked nothing(String why) {
            return new Looked(Optional.empty(), List.of(), why);
        }

        private static Looked at(KeySet keys, Duration maxAge) {
            return keys.isEmpty()
                    ? new Looked(Optional.empty(), keys.faults(), "no usable key")
                    : new Looked(Optional.of(new Published(keys, maxAge)), keys.faults(), "");
        }
    }

    /** Looks once, and says in words what was wrong. */
    Looked look(URI address) {
        try {
            HttpResponse<byte[]> answer = ask(address);
            return isJson(answer)
                    ? Looked.at(KeySet.read(new String(answer.body(), StandardCharsets.UTF_8), signatures), age(answer))
                    : Looked.nothing("no key set: HTTP " + answer.statusCode()
                            + (answer.statusCode() == 200 ? ", not JSON" : ""));
        } catch (IllegalArgumentException e) {
            return Looked.nothing("no key set");
        } catch (ExecutionException | TimeoutException e) {
            return Looked.nothing("no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Looked.nothing("interrupted");
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
                client().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }

    private synchronized HttpClient client() {
        HttpClient open = client;
        if (open == null) {
            open = opened();
            client = open;
        }
        return open;
    }

    private static HttpClient opened() {
        return HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    private static boolean isJson(HttpResponse<byte[]> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return answer.statusCode() == 200 && type.toLowerCase(Locale.ROOT).contains("json");
    }

    private static Duration age(HttpResponse<byte[]> answer) {
        return MaxAge.of(answer.headers().allValues("Cache-Control"));
    }

    /** Drops every connection. */
    @Override
    public synchronized void close() {
        if (client != null) {
            client.shutdownNow();
        }
    }
}
