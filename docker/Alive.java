import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** The health check of the container: ends with 0 if the server on this machine says that it lives. Of plain sockets: an HTTP client takes five times as long to load. */
final class Alive {

    private static final int PATIENCE_MILLIS = 2_000;
    private static final String QUESTION = "GET /livez HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    private Alive() {}

    public static void main(String[] arguments) {
        System.exit(isAlive(port(System.getenv("SERVER_PORT"))) ? 0 : 1);
    }

    private static int port(String given) {
        return given == null || given.isBlank() ? 8080 : Integer.parseInt(given.strip());
    }

    private static boolean isAlive(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE_MILLIS);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(QUESTION.getBytes(StandardCharsets.US_ASCII));
            InputStream answer = socket.getInputStream();
            return new String(answer.readNBytes(12), StandardCharsets.US_ASCII).equals("HTTP/1.1 200");
        } catch (IOException e) {
            return false;
        }
    }
}
