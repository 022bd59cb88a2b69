package org.pmlguard.fhir;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.pmlguard.cdshooks.AccessToken;
import org.pmlguard.tenant.FhirServer;

/**
 * HTTP to one FHIR server, and to nowhere else: no redirects, no proxies, no cookies, no other name than the server's own
 * and no other address than those it is allowed. Nothing is repeated here.
 */
final class Wire implements AutoCloseable {

    private static final String JSON = "application/fhir+json";
    private static final ContentType FORM = ContentType.APPLICATION_FORM_URLENCODED;

    private final HttpHost target;
    private final CloseableHttpClient client;

    Wire(FhirServer server, Names names, Limits limits) {
        this.target = HttpHost.create(server.base());
        this.client = HttpClients.custom()
                .setConnectionManager(connections(server, names, limits))
                .setUserAgent("PML-Guard")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(FhirServer server, Names names, Limits limits) {
        Timeout connect = Timeout.of(limits.connect());
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new CheckedResolver(server, names))
                .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2)
                        .setHandshakeTimeout(connect)
                        .build())
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxLineLength(8_192)
                                .setMaxHeaderCount(100)
                                .build())
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .setMaxConnTotal(limits.perServer())
                .setMaxConnPerRoute(limits.perServer())
                .build();
    }

    /**
     * Asks once and waits for the answer, at most until the deadline.
     *
     * @param after is run when nothing of the question is under way any more, which may be later
     */
    Attempt send(
            Question question, Optional<AccessToken> token, Deadline deadline, Allowance allowance, Runnable after) {
        HttpUriRequestBase request = request(question, token, deadline.remaining());
        FutureTask<Attempt> exchange = new FutureTask<>(() -> exchange(request, allowance));
        Thread.ofVirtual().name("fhir").start(() -> {
            try {
                exchange.run();
            } finally {
                after.run();
            }
        });
        return await(exchange, request, deadline.remaining());
    }

    private static Attempt await(FutureTask<Attempt> exchange, HttpUriRequestBase request, Duration time) {
        try {
            return exchange.get(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            request.cancel();
            return Attempt.late();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            request.cancel();
            return Attempt.late();
        } catch (ExecutionException e) {
            return Attempt.broken(e);
        }
    }

    private static HttpUriRequestBase request(Question question, Optional<AccessToken> token, Duration time) {
        HttpUriRequestBase request =
                question.form().isPresent() ? new HttpPost(question.address()) : new HttpGet(question.address());
        question.form().ifPresent(form -> request.setEntity(new StringEntity(form, FORM)));
        request.setHeader("Accept", JSON);
        request.setHeader("Accept-Encoding", "gzip");
        token.ifPresent(present -> request.setHeader("Authorization", "Bearer " + present.reveal()));
        Timeout left = Timeout.ofMilliseconds(Math.max(1, time.toMillis()));
        request.setConfig(RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setConnectionRequestTimeout(left)
                .setResponseTimeout(left)
                .build());
        return request;
    }

    private Attempt exchange(HttpUriRequestBase request, Allowance allowance) {
        try {
            return read(request, client.executeOpen(target, request, null), allowance);
        } catch (IOException | RuntimeException e) {
            return Attempt.broken(e);
        }
    }

    /** Whatever of an answer was not read is thrown away with its connection: it may have no end. */
    private static Attempt read(HttpUriRequestBase request, ClassicHttpResponse answer, Allowance allowance)
            throws IOException {
        try {
            return Answer.read(Reply.of(answer, allowance));
        } finally {
            request.cancel();
            Closer.closeQuietly(answer);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
