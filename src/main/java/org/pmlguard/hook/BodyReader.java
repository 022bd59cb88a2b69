package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.pmlguard.fhir.Deadline;
import org.springframework.stereotype.Component;

/** Reads the body of a request, as far as it is JSON, not too large and not too slow. */
@Component
class BodyReader {

    private static final int CHUNK = 16_384;

    private final int limit;
    private final Duration patience;

    /** Pieces that may be held by bodies that are still arriving: a quarter of the heap, however many there are. */
    private final Semaphore room =
            new Semaphore(Math.toIntExact(Runtime.getRuntime().maxMemory() / 4 / CHUNK));

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
        try (InputStream content = request.getInputStream();
                Place place = new Place()) {
            return read(content, place, Deadline.in(patience));
        } catch (SocketTimeoutException e) {
            throw Refusal.tooSlow();
        }
    }

    /** The web server waits for each piece; all of them together have to come in time too. */
    private byte[] read(InputStream content, Place place, Deadline deadline) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream(CHUNK);
        byte[] piece = new byte[CHUNK];
        for (int count = content.read(piece); count >= 0; count = content.read(piece)) {
            body.write(piece, 0, count);
            place.holds(body.size());
            if (body.size() > limit) {
                throw Refusal.tooLarge();
            }
            if (deadline.expired()) {
                throw Refusal.tooSlow();
            }
        }
        return body.toByteArray();
    }

    /** What one body takes of the room while it arrives. */
    private final class Place implements AutoCloseable {

        private int pieces;

        void holds(int bytes) {
            for (int needed = 1 + bytes / CHUNK; pieces < needed; pieces++) {
                if (!room.tryAcquire()) {
                    throw Refusal.noRoom();
                }
            }
        }

        @Override
        public void close() {
            room.release(pieces);
        }
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
