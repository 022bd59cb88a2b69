package org.pmlguard.fhir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.pmlguard.cdshooks.AccessToken;
import org.pmlguard.clinical.Gap;
import org.pmlguard.tenant.FhirServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A registered FHIR server, asked for one call. The token goes to this server only: every address is checked before a
 * connection is made, and redirects are not followed. Of a failure the log gets the server and the cause; queries name
 * patients.
 */
final class Ehr implements Outbound {

    private static final Logger LOG = LoggerFactory.getLogger(Ehr.class);

    private final HttpClient client;
    private final FhirServer server;
    private final Optional<AccessToken> token;
    private final Deadline deadline;
    private final AtomicLong bytesLeft;

    Ehr(HttpClient client, FhirServer server, Optional<AccessToken> token, Deadline deadline, Limits limits) {
        this.client = client;
        this.server = server;
        this.token = token;
        this.deadline = deadline;
        this.bytesLeft = new AtomicLong(limits.bytes());
    }

    @Override
    public Fetched get(String query) {
        return fetch(Address.lenient(server.base() + "/" + query));
    }

    @Override
    public Fetched follow(String address) {
        return fetch(Address.lenient(address)
                .map(next -> URI.create(server.base() + "/").resolve(next)));
    }

    private Fetched fetch(Optional<URI> address) {
        Fetched fetched = address.filter(server::contains)
                .map(this::ask)
                .orElseGet(() -> new Fetched.Nothing(Gap.Cause.UNREADABLE));
        if (fetched instanceof Fetched.Nothing nothing) {
            LOG.warn("Nothing from FHIR server {}: {}", server, nothing.why());
        }
        return fetched;
    }

    private Fetched ask(URI address) {
        if (deadline.expired()) {
            return new Fetched.Nothing(Gap.Cause.TIMED_OUT);
        }
        long limit = Math.max(0, bytesLeft.get());
        CompletableFuture<HttpResponse<Optional<byte[]>>> answer =
                client.sendAsync(request(address), head -> Body.upTo(limit));
        try {
            return read(answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return abandoned(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandoned(answer);
        } catch (ExecutionException e) {
            boolean late = e.getCause() instanceof HttpTimeoutException;
            return new Fetched.Nothing(late ? Gap.Cause.TIMED_OUT : Gap.Cause.UNREACHABLE);
        }
    }

    private HttpRequest request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Accept", "application/fhir+json")
                .header("Accept-Encoding", "identity");
        token.ifPresent(present -> request.header("Authorization", "Bearer " + present.reveal()));
        return request.GET().build();
    }

    private Fetched read(HttpResponse<Optional<byte[]>> answer) {
        answer.body().ifPresent(bytes -> bytesLeft.addAndGet(-bytes.length));
        return Answer.read(answer);
    }

    private static Fetched abandoned(CompletableFuture<?> answer) {
        answer.cancel(true);
        return new Fetched.Nothing(Gap.Cause.TIMED_OUT);
    }

    @Override
    public String toString() {
        return "Ehr[" + server + "]";
    }
}
