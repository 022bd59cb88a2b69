package org.pmlguard.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open while the server does. It knows just what two servers on this machine say to it, so that making the
 * load takes little of the processor that is being measured.
 */
final class Connection implements AutoCloseable {

    private static final String LENGTH = "content-length:";
    private static final String CLOSING = "connection: close";
    private static final int BUFFER = 64 * 1024;

    private final InetSocketAddress address;
    private Socket socket;
    private InputStream in;
    private boolean isEnding;

    Connection(InetSocketAddress address) throws IOException {
        this.address = address;
        this.socket = open(address);
        this.in = input(socket);
    }

    private static Socket open(InetSocketAddress address) throws IOException {
        Socket socket = new Socket(address.getAddress(), address.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static InputStream input(Socket socket) throws IOException {
        return new BufferedInputStream(socket.getInputStream(), BUFFER);
    }

    /** The bytes of a call, ready to be sent as often as wanted. */
    static byte[] request(String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head);
        request.writeBytes(content);
        return request.toByteArray();
    }

    /** Sends a request and waits for the body of its answer, which must be a 200. */
    byte[] exchange(byte[] request) throws IOException {
        if (isEnding) {
            reopen();
        }
        socket.getOutputStream().write(request);
        requireOk(line());
        int length = contentLength();
        byte[] body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("The answer ended early");
        }
        return body;
    }

    /** A server may end a connection after as many requests as it likes. */
    private void reopen() throws IOException {
        socket.close();
        socket = open(address);
        in = input(socket);
        isEnding = false;
    }

    private static void requireOk(String status) throws IOException {
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException("Expected 200, got: " + status);
        }
    }

    private int contentLength() throws IOException {
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
            isEnding |= name.equals(CLOSING);
        }
        if (length < 0) {
            throw new IOException("An answer without Content-Length");
        }
        return length;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection was closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
