package org.pmlguard.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/**
 * An answer of a FHIR server as it came.
 *
 * @param status of HTTP
 * @param type its media type with parameters, empty text if it says none
 * @param asksToWait whether it says when to come again
 * @param body of a success; absent if it could not be unpacked
 */
record Reply(int status, String type, boolean asksToWait, Optional<byte[]> body) {

    /** Enough for an honest error: what is read to its end leaves the connection usable. */
    private static final int ERROR_BODY = 16_384;

    static Reply of(ClassicHttpResponse answer, Allowance allowance) throws IOException {
        return new Reply(
                answer.getCode(),
                header(answer, "Content-Type"),
                answer.containsHeader("Retry-After"),
                body(answer, allowance));
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    private static Optional<byte[]> body(ClassicHttpResponse answer, Allowance allowance) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return Optional.empty();
        }
        InputStream content = entity.getContent();
        if (answer.getCode() / 100 != 2) {
            content.readNBytes(ERROR_BODY);
            return Optional.empty();
        }
        return Body.read(content, header(answer, "Content-Encoding").toLowerCase(Locale.ROOT), allowance);
    }

    private static String header(ClassicHttpResponse answer, String name) {
        return Stream.of(answer.getHeaders(name))
                .map(Header::getValue)
                .map(value -> value == null ? "" : value.strip())
                .collect(Collectors.joining(", "));
    }
}
