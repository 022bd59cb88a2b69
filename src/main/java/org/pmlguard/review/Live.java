package org.pmlguard.review;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.pmlguard.review.staff.Staff;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells open pages which case changed, and nothing about it: they ask for themselves what they may see. */
final class Live {

    /** Then the browser asks again, and is let in only if its session still is. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();

    private record Listener(Staff staff, SseEmitter emitter) {}

    SseEmitter open(Staff staff) {
        SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
        Listener listener = new Listener(staff, emitter);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(failure -> listeners.remove(listener));
        listeners.add(listener);
        send(listener, "open");
        return emitter;
    }

    /** Does not wait for slow readers. */
    void changed(UUID id, String tenant) {
        listeners.stream()
                .filter(listener -> listener.staff().maySee(tenant))
                .forEach(listener -> Thread.ofVirtual().start(() -> send(listener, id.toString())));
    }

    private void send(Listener listener, String data) {
        try {
            listener.emitter().send(SseEmitter.event().name("changed").data(data));
        } catch (IOException | IllegalStateException e) {
            listeners.remove(listener);
        }
    }

    /** Open streams would hold up the end of the server. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        listeners.forEach(listener -> listener.emitter().complete());
    }
}
