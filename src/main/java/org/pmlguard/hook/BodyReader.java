package org.pmlguard.hook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
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
            return read(content, atFirst(request.getContentLengthLong()), place, Deadline.in(patience));
        } catch (SocketTimeoutException e) {
            throw Refusal.tooSlow();
        }
    }

    /** The web server waits for each piece; all of them together have to come in time too. */
    private byte[] read(InputStream content, int atFirst, Place place, Deadline deadline) throws IOException {
        place.holds(atFirst);
        byte[] body = new byte[atFirst];
        int size = 0;
        for (int count = content.read(body); count >= 0; count = content.read(body, size, body.length - size)) {
            size += count;
            if (size > limit) {
                throw Refusal.tooLarge();
            }
            if (deadline.expired()) {
                throw Refusal.tooSlow();
            }
            if (size == body.length) {
                place.holds(2 * size);
                body = Arrays.copyOf(body, 2 * size);
            }
        }
        return Arrays.copyOf(body, size);
    }

    /** One byte more than was announced, so that its end is seen; nobody gets more than a piece for announcing much. */
    private static int atFirst(long announced) {
        return announced < 0 ? CHUNK : (int) Math.min(announced + 1, CHUNK);
    }

    /** What one body takes of the room while it arrives. */
    private final class Place implements AutoCloseable {

        private int pieces;

        void holds(int bytes) {
            for (int needed = Math.ceilDiv(bytes, CHUNK); pieces < needed; pieces++) {
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
