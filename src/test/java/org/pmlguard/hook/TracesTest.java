package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;

/** What a collector of traces is told, where a site asked for traces. */
@ActiveProfiles("tracing")
@Import(TracesTest.Collector.class)
@TestPropertySource(
        properties = {
            "management.tracing.sampling.probability=1",
            "management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:1/v1/traces",
            "management.tracing.export.otlp.enabled=false"
        })
class TracesTest extends ServerTest {

    private static final String CALLERS_TRACE = "0af7651916cd43dd8448eb211c80319c";

    @Autowired
    Kept kept;

    @Autowired
    SdkTracerProvider provider;

    @TestConfiguration(proxyBeanMethods = false)
    static class Collector {
        @Bean
        Kept kept() {
            return new Kept();
        }
    }

    static final class Kept implements SpanExporter {

        private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    @Test
    void aSpanJoinsTheCallersTraceAndNamesNobody() {
        String body = Requests.call("order-sign", "phi-canary", Requests.order("phi-canary", "617993", "amoxicillin"))
                .toString();
        for (String path :
                List.of("/cds-services/pml-order-sign", "/cds-services/phi-canary", "/phi-canary?p=phi-canary")) {
            send(request(path)
                    .header("Content-Type", "application/json")
                    .header("traceparent", "00-" + CALLERS_TRACE + "-b7ad6b7169203331-01")
                    .header("baggage", "patient=phi-canary")
                    .POST(BodyPublishers.ofString(body))
                    .build());
        }
        // A span ends after its answer went out.
        await().untilAsserted(() -> {
            provider.forceFlush().join(10, TimeUnit.SECONDS);
            assertThat(kept.spans)
                    .extracting(SpanData::getName)
                    .containsExactlyInAnyOrder("POST /cds-services/{id}", "POST /cds-services/{id}", "POST unknown");
        });
        assertThat(kept.spans).allSatisfy(span -> {
            assertThat(span.getTraceId()).isEqualTo(CALLERS_TRACE);
            assertThat(span.getEvents()).isEmpty();
            assertThat(span.toString()).doesNotContain("canary");
        });
    }
}
