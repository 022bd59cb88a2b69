package org.pmlguard.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** What is let in, and how it is said when it is not. */
@TestPropertySource(
        properties = {
            "pmlguard.body-timeout=300ms",
            "pmlguard.max-body=1MB",
            "server.tomcat.connection-timeout=2s",
            "pmlguard.most-charts=0"
        })
class WayInTest extends ServerTest {

    private HttpRequest.Builder call(String body) {
        return request("/cds-services/pml-order-sign")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    @Test
    void beyondTheChartsThatCanBeReadTheCardSaysSo() {
        String body = Requests.call("order-sign", "p1", Requests.order("p1", "603541", "natalizumab [Tysabri]"))
                .toString();
        HttpResponse<String> answer = send(call(body).build());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("incomplete", "too many checks at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "gzip, gzip"})
    void aCompressedBodyIsRefusedBeforeItIsOpened(String coding) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream bomb = new GZIPOutputStream(packed)) {
            bomb.write(new byte[10_000_000]);
        }
        HttpResponse<String> answer = send(request("/cds-services/pml-order-sign")
                .header("Content-Type", "application/json")
                .header("Content-Encoding", coding)
                .POST(BodyPublishers.ofByteArray(packed.toByteArray()))
                .build());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("must not be compressed");
    }

    @Test
    void aBodyWithoutALengthIsCountedWhileItComes() {
        byte[] large = new byte[1_100_000];
        HttpResponse<String> answer = send(request("/cds-services/pml-order-sign")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)))
                .build());
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({"/cds-services/pml-order-sign, POST", "/cds-services, GET"})
    void aWrongMethodIsToldTheRightOnes(String path, String allowed) {
        HttpResponse<String> answer =
                send(request(path).PUT(BodyPublishers.noBody()).build());
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow").orElse("")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cds-services/pml-order-sign", "/explain", "/nowhere", "/knowledge"})
    void everyAnswerTellsBrowsersToKeepAndRunNothing(String path) {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .contains("default-src 'none'; frame-ancestors 'none'");
    }

    /** No piece lets the web server wait; all of them together take too long. */
    @Test
    void aBodyThatTricklesIsNotWaitedFor() throws Exception {
        try (Socket slow = connected("Content-Length: 1000000\r\n\r\n{")) {
            for (int n = 0; n < 999_000 && slow.getInputStream().available() == 0; n++) {
                slow.getOutputStream().write(' ');
            }
            assertThat(firstLine(slow)).startsWith("HTTP/1.1 408");
        }
    }

    @Test
    void aBodyThatStopsIsNotWaitedForEither() throws Exception {
        try (Socket slow = connected("Content-Length: 1000\r\n\r\n{")) {
            assertThat(firstLine(slow)).startsWith("HTTP/1.1 408");
        }
    }

    private Socket connected(String rest) throws IOException {
        Socket socket = new Socket("localhost", port);
        socket.setSoTimeout(20_000);
        String head = "POST /cds-services/pml-order-sign HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
        socket.getOutputStream().write((head + rest).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String firstLine(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int letter = socket.getInputStream().read();
                letter >= ' ';
                letter = socket.getInputStream().read()) {
            line.append((char) letter);
        }
        return line.toString();
    }
}
