import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the calls with which the AOT cache is trained: waits until the server on this machine is ready, and sends it the examples of
 * each hook, which are in its own jar. Arguments: port, folder of the hooks. Ends with 1 if one is not answered 200.
 */
final class Rehearsal {

    private static final int LOOKS = 1_200;
    private static final int PAUSE_MILLIS = 100;
    private static final int ROUNDS = 3;

    private final int port;

    private Rehearsal(int port) {
        this.port = port;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Rehearsal rehearsal = new Rehearsal(Integer.parseInt(arguments[0]));
        List<Path> calls = calls(Path.of(arguments[1]));
        boolean isWell = !calls.isEmpty() && rehearsal.isReady();
        for (int round = 0; isWell && round < ROUNDS; round++) {
            for (Path call : calls) {
                isWell &= rehearsal.isAnswered(call);
            }
        }
        System.exit(isWell ? 0 : 1);
    }

    private static List<Path> calls(Path hooks) throws IOException {
        try (Stream<Path> files = Files.walk(hooks)) {
            return files.filter(file -> file.toString().endsWith(".request.json")).sorted().toList();
        }
    }

    private boolean isReady() throws InterruptedException {
        for (int look = 0; look < LOOKS; look++) {
            try {
                if (isOk("GET", "/readyz", new byte[0])) {
                    return true;
                }
            } catch (IOException e) {
                // Not yet open.
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    /** The folder above the examples is named as the service. */
    private boolean isAnswered(Path call) throws IOException {
        String service = call.getParent().getParent().getFileName().toString();
        return isOk("POST", "/cds-services/" + service, Files.readAllBytes(call));
    }

    private boolean isOk(String method, String path, byte[] body) throws IOException {
        String head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            byte[] answer = socket.getInputStream().readAllBytes();
            return new String(answer, StandardCharsets.UTF_8).startsWith("HTTP/1.1 200");
        }
    }
}
