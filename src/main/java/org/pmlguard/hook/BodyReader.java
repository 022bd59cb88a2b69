package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pmlguard.fhir.Deadline;
import org.springframework.stereotype.Component;

/** Reads the body of a request, as far as it is JSON, not too large and not too slow. */
@Component
class BodyReader {

    private static final int CHUNK = 16_384;

    private final int limit;
    private final Duration patience;

    BodyReader(HookProperties properties) {
        this.limit = Math.toIntExact(properties.maxBody().toBytes());
        this.patience = properties.bodyTimeout();
    }

    byte[] read(HttpServletRequest request) throws IOException {
        requireJson(request.getContentType());
        requirePlain(request.getHeader("Content-Encoding"));
        if (request.getContentLengthLong() > limit) {
            throw Refusal.tooLarge();
        }
        try (InputStream content = request.getInputStream()) {
            return read(content, Deadline.in(patience));
        } catch (SocketTimeoutException e) {
            throw Refusal.tooSlow();
        }
    }

    /** The web server waits for each piece; all of them together have to come in time too. */
    private byte[] read(InputStream content, Deadline deadline) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
        byte[] piece = new byte[CHUNK];
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            body.write(piece, 0, count);
            if (body.size() > limit) {
                throw Refusal.tooLarge();
            }
            if (deadline.expired()) {
                throw Refusal.tooSlow();
            }
        }
        return body.toByteArray();
    }

    /** A missing content type is taken for JSON; anything else but JSON is not. */
    private static void requireJson(@Nullable String contentType) {
        String type = contentType == null ? "json" : contentType.toLowerCase(Locale.ROOT);
        if (!type.contains("json")) {
            throw Refusal.notJson();
        }
    }

    /** A compressed body may be a bomb, and no EHR is known to send one. */
    private static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Refusal.compressed();
        }
    }
}
