package org.pmlguard.connect.selftest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.pmlguard.connect.check.NoAnswer;

/** Says that a large body is to come, and sends none of it. No HTTP client lets us do that. */
final class Announcement {

    private static final int PATIENCE = 3_000;

    private Announcement() {}

    /** The status with which a server answers the announcement. */
    static int of(URI base, String path, int length) {
        String request = "POST " + Objects.requireNonNullElse(base.getRawPath(), "") + path + " HTTP/1.1\r\n"
                + "Host: " + base.getRawAuthority() + "\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + length + "\r\nConnection: close\r\n\r\n";
        try (Socket socket = connected(base)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return status(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            throw new NoAnswer(e.getClass().getSimpleName());
        }
    }

    private static Socket connected(URI base) throws IOException {
        boolean isSecure = "https".equalsIgnoreCase(base.getScheme());
        int port = base.getPort() > 0 ? base.getPort() : isSecure ? 443 : 80;
        Socket plain = new Socket();
        plain.connect(new InetSocketAddress(base.getHost(), port), PATIENCE);
        plain.setSoTimeout(PATIENCE);
        return isSecure
                ? ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, base.getHost(), port, true)
                : plain;
    }

    private static int status(BufferedReader answer) throws IOException {
        String line = Objects.requireNonNullElse(answer.readLine(), "");
        return line.matches("HTTP/1\\.[01] \\d{3}.*") ? Integer.parseInt(line.substring(9, 12)) : 0;
    }
}
