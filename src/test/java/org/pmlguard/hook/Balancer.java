package org.pmlguard.hook;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * As little of a balancer as will do: it looks at {@code /readyz} of each replica four times a second, sends to those that
 * are ready in turn, and tries the next one only where no connection came about, so that nothing was accepted.
 */
final class Balancer implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(250);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<Integer> ports;
    private final Map<Integer, Boolean> ready = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final AtomicInteger retried = new AtomicInteger();
    private final List<Thread> looking;

    Balancer(List<Integer> ports) {
        this.ports = ports;
        this.looking = ports.stream()
                .map(port -> Thread.ofVirtual().start(() -> look(port)))
                .toList();
    }

    private void look(int port) {
        try {
            while (true) {
                ready.put(port, isReady(port));
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isReady(int port) throws InterruptedException {
        HttpRequest probe = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/readyz"))
                .timeout(Duration.ofSeconds(2))
                .build();
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    boolean sees(int port) {
        return ready.getOrDefault(port, false);
    }

    int retried() {
        return retried.get();
    }

    /** Sends to a replica that is ready; waits while there is none. */
    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            int port = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
            if (sees(port)) {
                try {
                    return client.send(request(port, path, body), HttpResponse.BodyHandlers.ofString());
                } catch (ConnectException e) {
                    retried.incrementAndGet();
                }
            } else if (ports.stream().noneMatch(this::sees)) {
                Thread.sleep(LOOK);
            }
        }
        throw new IOException("no replica is ready");
    }

    private static HttpRequest request(int port, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    @Override
    public void close() {
        looking.forEach(Thread::interrupt);
        client.close();
    }
}
