package org.pmlguard.hook;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that breaks the rules of HTTP in a way named by the first part of the path, or, if it is given none of that, only
 * counts who connects. On threads of its own: what never stops sending must not hold the carriers of virtual threads.
 */
final class RawServer implements AutoCloseable {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/fhir+json\r\n";
    private static final Map<String, Misbehaviour> KNOWN = Map.ofEntries(
            Map.entry("never-answers", (out, socket) -> hold(socket)),
            Map.entry("slow-headers", (out, socket) -> drip(out, OK + "X-Filler: " + "x".repeat(10_000))),
            Map.entry("endless-headers", (out, socket) -> endless(out, OK, "X-Filler: x\r\n")),
            Map.entry("huge-header", (out, socket) -> endless(out, OK + "X-Filler: ", "x".repeat(1_000))),
            Map.entry("drip", (out, socket) -> {
                send(out, OK + "Content-Length: 10000\r\n\r\n");
                drip(out, "{\"resourceType\": \"Bundle\"" + " ".repeat(10_000));
            }),
            Map.entry("endless-body", (out, socket) -> endless(out, OK + "\r\n{", " ".repeat(8_192))),
            Map.entry("fifty-megabytes", (out, socket) -> {
                send(out, OK + "Content-Length: 50000000\r\n\r\n{\"resourceType\": \"Bundle\", \"x\": \"");
                for (int sent = 0; sent < 50_000_000; sent += 8_192) {
                    send(out, "x".repeat(8_192));
                }
            }),
            Map.entry("short-body", (out, socket) -> send(out, OK + "Content-Length: 5000\r\n\r\n{\"resourceType\"")),
            Map.entry("reset-before-head", (out, socket) -> socket.setSoLinger(true, 0)),
            Map.entry("reset-in-body", (out, socket) -> {
                send(out, OK + "Content-Length: 5000\r\n\r\n{\"resourceType\": \"Bun");
                socket.setSoLinger(true, 0);
            }),
            Map.entry("bad-chunk", (out, socket) -> send(out, OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n")),
            Map.entry("not-http", (out, socket) -> {
                byte[] noise = new byte[500];
                new Random(7).nextBytes(noise);
                out.write(noise);
            }));

    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    private interface Misbehaviour {
        void with(OutputStream out, Socket socket) throws IOException, InterruptedException;
    }

    RawServer() {
        try {
            socket = new ServerSocket();
            socket.bind(new InetSocketAddress(0), 200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How many connections there have been. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                Thread.ofPlatform().daemon().start(() -> answer(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(Socket client) {
        try (client) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            String path = String.valueOf(in.readLine());
            for (String line = in.readLine(); line != null && !line.isEmpty(); ) {
                line = in.readLine();
            }
            for (Map.Entry<String, Misbehaviour> known : KNOWN.entrySet()) {
                if (path.contains("/" + known.getKey() + "/")) {
                    known.getValue().with(client.getOutputStream(), client);
                }
            }
        } catch (IOException e) {
            // The other side had enough, as it should.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static void hold(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        socket.getInputStream().read();
    }

    private static void drip(OutputStream out, String text) throws IOException, InterruptedException {
        for (int at = 0; at < text.length(); at++) {
            send(out, text.substring(at, at + 1));
            Thread.sleep(10);
        }
    }

    private static void endless(OutputStream out, String start, String more) throws IOException {
        send(out, start);
        for (int sent = 0; sent < 200_000_000; sent += more.length()) {
            send(out, more);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
