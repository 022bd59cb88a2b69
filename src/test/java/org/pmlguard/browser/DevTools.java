package org.pmlguard.browser;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A connection to the DevTools protocol of a browser: commands with answers, and events. */
final class DevTools implements AutoCloseable {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE_SECONDS = 30;

    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private final AtomicInteger last = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();

    DevTools(URI address) {
        socket = client.newWebSocketBuilder()
                .buildAsync(address, new Incoming())
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Has each event of a session brought to a listener, by its name. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    /** Sends a command and waits for its result. */
    JsonNode send(@Nullable String session, String method, Map<String, ?> parameters) {
        int id = last.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        if (session != null) {
            command.put("sessionId", session);
        }
        synchronized (socket) {
            socket.sendText(command.toString(), true).join();
        }
        JsonNode result = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        if (result.has("error")) {
            throw new IllegalStateException(method + ": " + result.path("error"));
        }
        return result.path("result");
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
    }

    private final class Incoming implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                take(JSON.readTree(text.toString()));
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(JsonNode message) {
            CompletableFuture<JsonNode> asked =
                    waiting.remove(message.path("id").asInt(0));
            if (asked != null) {
                asked.complete(message);
            } else {
                listeners
                        .getOrDefault(message.path("sessionId").asString(""), (name, what) -> {})
                        .accept(message.path("method").asString(""), message.path("params"));
            }
        }
    }
}
