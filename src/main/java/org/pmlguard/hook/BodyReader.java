package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the body of a request, as far as it is JSON and not too large. */
@Component
class BodyReader {

    private final int limit;

    BodyReader(HookProperties properties) {
        this.limit = Math.toIntExact(properties.maxBody().toBytes());
    }

    byte[] read(HttpServletRequest request) throws IOException {
        requireJson(request.getContentType());
        requirePlain(request.getHeader("Content-Encoding"));
        try (InputStream content = request.getInputStream()) {
            byte[] body = content.readNBytes(limit + 1);
            if (body.length > limit) {
                throw new Refusal.TooLarge();
            }
            return body;
        }
    }

    /** A missing content type is taken for JSON; anything else but JSON is not. */
    private static void requireJson(@Nullable String contentType) {
        String type = contentType == null ? "json" : contentType.toLowerCase(Locale.ROOT);
        if (!type.contains("json")) {
            throw new Refusal.NotJson();
        }
    }

    /** A compressed body may be a bomb, and no EHR is known to send one. */
    private static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new Refusal.NotJson();
        }
    }
}
